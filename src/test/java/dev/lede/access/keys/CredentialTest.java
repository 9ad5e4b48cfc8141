package dev.lede.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @Test
    void isReadAsItWasWritten() {
        var credential = Credential.random();
        assertThat(credential.token()).matches("lede_[0-9a-f]{12}_[0-9a-f]{64}");
        assertThat(Credential.parse(credential.token())).contains(credential);
        assertThat(Credential.random()).isNotEqualTo(credential);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lede_", "lede_0123456789ab_", "lede_0123456789ab_00", "a"})
    void isNothingElse(String text) {
        assertThat(Credential.parse(text)).isEmpty();
        assertThat(Credential.parse(Credential.random().token() + "0")).isEmpty();
        assertThat(Credential.parse(" " + Credential.random().token())).isEmpty();
    }

    @Test
    void keepsItsSecretToItself() {
        var credential = Credential.random();
        assertThat(credential.toString()).doesNotContain(credential.secret());
    }
}
