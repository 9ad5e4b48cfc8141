package dev.lede.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UploadsTest {

    @Test
    void areReadUpToTheirLimit() throws IOException {
        var body = new byte[] {1, 2, 3};
        assertThat(Uploads.read(
                        new ByteArrayInputStream(body), OptionalLong.empty(), 3, ProblemType.DOCUMENT_TOO_LARGE))
                .isEqualTo(body);
        assertThat(Uploads.read(new ByteArrayInputStream(body), OptionalLong.of(3), 3, ProblemType.DOCUMENT_TOO_LARGE))
                .isEqualTo(body);
    }

    @Test
    void areRefusedPastIt() {
        var large = new ByteArrayInputStream(new byte[100_001]);
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> Uploads.read(large, OptionalLong.empty(), 100_000, ProblemType.DOCUMENT_TOO_LARGE));
        assertThat(refusal.type()).isEqualTo(ProblemType.DOCUMENT_TOO_LARGE);
        assertThat(refusal.detail()).contains("100,000 bytes");
    }

    @Test
    void areRefusedUnreadWhenTheyAnnounceMore() {
        var unread = new ByteArrayInputStream(new byte[4]);
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> Uploads.read(unread, OptionalLong.of(4), 3, ProblemType.PAYLOAD_TOO_LARGE));
        assertThat(refusal.type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE);
        assertThat(unread.available()).isEqualTo(4);
    }
}
