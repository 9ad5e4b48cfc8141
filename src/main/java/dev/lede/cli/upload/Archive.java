package dev.lede.cli.upload;

import dev.lede.cli.outcome.CommandFailed;
import dev.lede.cli.transfer.Transfer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A finished upload that is sent as it is.
 *
 * @param name as people know it
 * @param isRepeatable whether it can be sent again
 */
public record Archive(String name, Transfer transfer, boolean isRepeatable) {

    private static final int BLOCK = 512;
    private static final int TAR_MAGIC = 257;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.US_ASCII);

    /** A file; its type is read from its first bytes, and from its name only where those say nothing. */
    public static Archive of(Path file) throws CommandFailed {
        try (var in = Files.newInputStream(file)) {
            var name = file.toString();
            var type = type(in.readNBytes(BLOCK))
                    .or(() -> name.endsWith(".tar") ? Optional.of("application/x-tar") : Optional.empty())
                    .orElseThrow(() -> unknown(name + " is"));
            var length = Files.size(file);
            return new Archive(name, new Transfer(type, () -> Files.newInputStream(file), Optional.of(length)), true);
        } catch (IOException unreadable) {
            throw CommandFailed.usage(file + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    /** What another program writes; it can be sent only once. */
    public static Archive of(InputStream input) throws CommandFailed {
        var buffered = new BufferedInputStream(input);
        buffered.mark(BLOCK);
        try {
            var type = type(buffered.readNBytes(BLOCK)).orElseThrow(() -> unknown("Standard input holds"));
            buffered.reset();
            return new Archive("standard input", new Transfer(type, () -> buffered, Optional.empty()), false);
        } catch (IOException unreadable) {
            throw CommandFailed.usage("Standard input cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    private static CommandFailed unknown(String what) {
        return CommandFailed.usage(
                what + " no tar, tar.gz, zip or NDJSON. A single document is sent within its folder, or"
                        + " with curl to /v1/documents/{path}.");
    }

    private static Optional<String> type(byte[] head) {
        if (starts(head, 0, GZIP)) {
            return Optional.of("application/gzip");
        }
        if (starts(head, 0, ZIP) || starts(head, 0, EMPTY_ZIP)) {
            return Optional.of("application/zip");
        }
        if (starts(head, TAR_MAGIC, TAR)) {
            return Optional.of("application/x-tar");
        }
        var text = new String(head, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") ? Optional.of("application/x-ndjson") : Optional.empty();
    }

    private static boolean starts(byte[] head, int at, byte[] magic) {
        return head.length >= at + magic.length && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }
}
