package io.carriageway.verify.oracle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final String ORACLE = "VALUES ('cam-1', 1), ('cam-2', 2)";

    @Test
    void theSameRowsInAnotherOrderAgree() {
        assertThatCode(() -> compare("VALUES ('cam-2', 2), ('cam-1', 1)")).doesNotThrowAnyException();
    }

    @Test
    void aDifferenceInOneColumnFailsAndBothRowsAreShown() {
        assertThatThrownBy(() -> compare("VALUES ('cam-1', 1), ('cam-2', 3)"))
                .hasMessageContaining("the oracle alone has 1 rows\n  {col0=cam-2, col1=2}")
                .hasMessageContaining("it alone has 1 rows\n  {col0=cam-2, col1=3}");
    }

    @Test
    void aRowThatIsThereTwiceFails() {
        assertThatThrownBy(() -> compare(ORACLE + ", ('cam-2', 2)")).hasMessageContaining("it alone has 1 rows");
    }

    @Test
    void aColumnTooManyFails() {
        assertThatThrownBy(() -> compare("VALUES ('cam-1', 1, 0), ('cam-2', 2, 0)"))
                .hasMessageContaining("the oracle alone has 2 rows");
    }

    @Test
    void anOracleWithoutRowsAgreesWithNothing() {
        assertThatThrownBy(() -> compare(ORACLE + " LIMIT 0", ORACLE + " LIMIT 0"))
                .hasMessageContaining("the oracle's rows of the table");
    }

    private static void compare(String table) throws SQLException {
        compare(ORACLE, table);
    }

    private static void compare(String oracle, String table) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            Rows.of(duck, table).areThoseOf(Rows.of(duck, oracle), "the table");
        }
    }
}
