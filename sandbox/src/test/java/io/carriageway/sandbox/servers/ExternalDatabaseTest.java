package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
    private static final ExternalDatabase DATABASE =
            ExternalDatabase.of("jdbc:mysql://db.example:3307/any?user=ana&password=a%26b&useSSL=false");

    @Test
    void theAddressIsSplitFromUserAndPassword() {
        assertThat(DATABASE).isEqualTo(new ExternalDatabase("db.example:3307", "ana", "a&b"));
        assertThat(DATABASE.jdbcUrl()).startsWith("jdbc:mysql://db.example:3307/carriageway?");
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(DATABASE.jdbcUrl() + DATABASE).doesNotContain("a&b").doesNotContain("a%26b");
    }

    @Test
    void anAddressThatCannotWorkIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> ExternalDatabase.of("mysql://ana:secret@db.example"))
                .hasMessageContaining("MYSQL_URL must be")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> ExternalDatabase.of("jdbc:mysql://db.example/?user=ana"))
                .hasMessage("MYSQL_URL lacks the parameter password");
    }
}
