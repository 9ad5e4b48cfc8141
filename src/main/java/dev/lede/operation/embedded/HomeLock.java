package dev.lede.operation.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * One process on one folder. The operating system gives the lock back when the process ends, however it ends.
 */
final class HomeLock implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** A process that was just killed needs a moment to be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Home home) {
        try {
            var channel = FileChannel.open(
                    home.lockFile(),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(Home.OWNER_ONLY_FILE));
            var lock = new HomeLock(channel);
            if (lock.isTaken()) {
                lock.sign();
                return lock;
            }
            lock.close();
        } catch (IOException e) {
            throw new StartRefused(
                    "Lede cannot lock its data folder (" + home.lockFile() + ": " + Home.reason(e) + ").", e);
        }
        throw new StartRefused("Another Lede (process " + holder(home) + ") already runs on the data folder "
                + home.root().getParent() + ": stop that one, or name another folder with LEDE_DATA_DIR.");
    }

    private boolean isTaken() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                if (channel.tryLock() != null) {
                    return true;
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } while (System.nanoTime() < deadline);
        return false;
    }

    private void sign() throws IOException {
        channel.truncate(0);
        var name = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String holder(Home home) {
        try {
            return Files.readString(home.lockFile(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
