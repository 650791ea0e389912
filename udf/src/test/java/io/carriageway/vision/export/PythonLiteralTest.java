package io.carriageway.vision.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {

    @Test
    void dictionariesListsTuplesTextsAndNumbersAreRead() {
        assertThat(PythonLiteral.parse("{0: 'person', 1: \"child's bike\", 2: 'a\\'b, {c}: [d]', }"))
                .isEqualTo(Map.of(0L, "person", 1L, "child's bike", 2L, "a'b, {c}: [d]"));
        assertThat(PythonLiteral.parse("[640, 384]")).isEqualTo(List.of(640L, 384L));
        assertThat(PythonLiteral.parse(" ( 640 , ) ")).isEqualTo(List.of(640L));
        assertThat(PythonLiteral.parse("{'half': False, 'opset': None, 'conf': 0.25, 'of': []}"))
                .isEqualTo(Map.of("half", "False", "opset", "None", "conf", "0.25", "of", List.of()));
    }

    @Test
    void jsonIsReadToo() {
        assertThat(PythonLiteral.parse("{\"0\": \"car\", \"1\": \"Lkw \u00e4\"}"))
                .isEqualTo(Map.of("0", "car", "1", "Lkw \u00e4"));
    }

    @Test
    void escapesOfBothAreRead() {
        assertThat(PythonLiteral.parse("{\"0\": \"V\\u00e9lo\", \"1\": \"\\ud83d\\ude97 \\\"car\\\" a\\/b\"}"))
                .isEqualTo(Map.of("0", "V\u00e9lo", "1", "\ud83d\ude97 \"car\" a/b"));
        assertThat(PythonLiteral.parse("['Pkw\\xa0klein', '\\U0001f697', 'a\\tb\\nc\\\\d']"))
                .isEqualTo(List.of("Pkw\u00a0klein", "\ud83d\ude97", "a\tb\nc\\d"));
    }

    @Test
    void depthWithoutEndIsAnErrorOfThisSizeToo() {
        assertThatThrownBy(() -> PythonLiteral.parse("[".repeat(200_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither Python nor JSON")
                .hasMessageMatching(".{0,300}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{0: 'car'",
                "{0 'car'}",
                "['car",
                "[1 2] 3",
                "{: 1}",
                "'a' 'b'",
                "'\\xa'",
                "'\\u00zz'",
                "'\\Uffffffff'"
            })
    void whatIsNeitherIsAnError(String text) {
        assertThatThrownBy(() -> PythonLiteral.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither Python nor JSON");
    }
}
