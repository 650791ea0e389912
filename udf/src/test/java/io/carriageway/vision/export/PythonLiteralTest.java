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

    @ParameterizedTest
    @ValueSource(strings = {"", "{0: 'car'", "{0 'car'}", "['car", "[1 2] 3", "{: 1}", "'a' 'b'"})
    void whatIsNeitherIsAnError(String text) {
        assertThatThrownBy(() -> PythonLiteral.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither Python nor JSON");
    }
}
