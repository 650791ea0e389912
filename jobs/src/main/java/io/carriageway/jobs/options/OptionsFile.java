package io.carriageway.jobs.options;

import io.carriageway.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads options from a file, one {@code key=value} per line, in UTF-8 with or without a byte order mark. Values are
 * taken literally: a backslash is a backslash. An error names the line and never its content, which may be a secret.
 */
final class OptionsFile {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;

    OptionsFile(Path file) {
        this.file = file;
    }

    /** @param known the existing options */
    Map<String, String> read(KnownKeys known) throws IOException {
        var lines = LINE_END.split(text().replaceFirst("^" + BYTE_ORDER_MARK, ""));
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                put(line, i + 1, values, known);
            }
        }
        return values;
    }

    private void put(String line, int number, Map<String, String> values, KnownKeys known) {
        var pair = line.split("[=:]", 2);
        var key = pair[0].strip();
        if (pair.length < 2 || !CommandLine.isKey(key)) {
            throw wrong(number, "is not key=value, nor a comment that begins with #");
        }
        if (!known.contains(key)) {
            throw wrong(number, known.refusal(key));
        }
        if (values.put(key, pair[1].strip()) != null) {
            throw wrong(number, "gives option %s again".formatted(key));
        }
    }

    private String text() throws IOException {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        var characters = CharBuffer.allocate(bytes.remaining());
        var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
        var text = characters.flip().toString();
        if (result.isError()) {
            throw wrong(LINE_END.split(text, -1).length, "is not in UTF-8");
        }
        return text;
    }

    private IllegalArgumentException wrong(int line, String fault) {
        return new IllegalArgumentException(
                "options file %s: line %d %s".formatted(Printable.of(file.toString()), line, fault));
    }
}
