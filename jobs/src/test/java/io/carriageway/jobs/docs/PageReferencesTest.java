package io.carriageway.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReferencesTest {

    @TempDir
    private Path root;

    @Test
    void everyReferenceOfThePagesResolves() throws IOException {
        assertThat(PageReferences.problems(Path.of(".."))).isEmpty();
    }

    @Test
    void linksResolveToFilesAndToAnchorsAsGitHubMakesThem() throws IOException {
        page(
                "README.md",
                """
                # `make unit`: Kafka, S3 & more
                [a](docs/b.md) [b](docs/b.md#two-words) [c](docs/b.md#two-words-1) [d](#make-unit-kafka-s3--more)
                [e](docs/none.md) [f](docs/b.md#none) [g](docs/b.md#in-code) `[h](none.md)` [i](https://none.example/x)
                ![j](none.svg)
                """);
        page(
                "docs/b.md",
                """
                ## Two *words*
                ## [Two words](../README.md)
                ```
                # in code
                ```
                """);
        assertThat(problems())
                .containsExactly(
                        "README.md:3: docs/none.md: there is no such file",
                        "README.md:3: docs/b.md#none: the page has no such anchor",
                        "README.md:3: docs/b.md#in-code: the page has no such anchor",
                        "README.md:4: none.svg: there is no such file");
    }

    @Test
    void commandsOfMakeAreTargets() throws IOException {
        page(
                "README.md",
                """
                `make unit`, `make none`; to make sense
                ```sh
                A=1 make unit A=2    # make sense
                make B=1 other
                ```
                """);
        assertThat(problems())
                .containsExactly(
                        "README.md:1: make none: the Makefile has no such target",
                        "README.md:4: make other: the Makefile has no such target");
    }

    @Test
    void filesInCodeExist() throws IOException {
        page(
                "docs/README.md",
                """
                `docs/README.md`, `jobs/a.md`, `docs/*.md`, `docs/b*.md`, `docs/<name>.md`, `other/a.md`
                ```sh
                cat ./docs/none.md docs/target/a.jar
                ```
                """);
        page("docs/jobs/a.md", "");
        Files.createDirectories(root.resolve("jobs"));
        assertThat(problems())
                .containsExactly(
                        "docs/README.md:1: docs/b*.md: there is no such file",
                        "docs/README.md:3: docs/none.md: there is no such file");
    }

    private void page(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> problems() throws IOException {
        Files.writeString(root.resolve("Makefile"), "unit: ## run tests\n\tmvn test\n");
        return PageReferences.problems(root);
    }
}
