package io.carriageway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks that each package under src/main/java of every module has a package-info.java that describes it. */
class PackageInfoTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void everyPackageIsDescribed() throws IOException {
        var packages = packages();
        assertThat(packages).isNotEmpty();
        assertThat(packages)
                .as("packages whose package-info.java is missing or begins without Javadoc: write one or two lines")
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/**"));
    }

    private static Set<Path> packages() throws IOException {
        var packages = new TreeSet<Path>();
        try (var modules = Files.newDirectoryStream(REPOSITORY, module -> Files.exists(module.resolve("pom.xml")))) {
            for (var module : modules) {
                var sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    packages.addAll(packagesIn(sources));
                }
            }
        }
        return packages;
    }

    private static Set<Path> packagesIn(Path sources) throws IOException {
        var packages = new TreeSet<Path>();
        try (var files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .forEach(packages::add);
        }
        return packages;
    }
}
