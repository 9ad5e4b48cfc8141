package dev.lede.access.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lede.access.AccessConfig;
import dev.lede.access.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;

/** Makes the first admin key, where none is configured and none is stored. */
@ApplicationScoped
class FirstKey {

    private final AdminKey adminKey;
    private final Keys keys;
    private final Clock clock;
    private final Path file;

    FirstKey(AdminKey adminKey, Keys keys, Clock clock, AccessConfig config) {
        this.adminKey = adminKey;
        this.keys = keys;
        this.clock = clock;
        this.file = config.dataDir().resolve("admin.key");
    }

    void start(@Observes StartupEvent start) {
        if (!adminKey.isConfigured()) {
            QuarkusTransaction.requiringNew().call(this::makeIfNone).ifPresent(this::tell);
        }
    }

    private Optional<Credential> makeIfNone() {
        keys.alone();
        var now = clock.instant();
        if (keys.hasAdmin(now)) {
            return Optional.empty();
        }
        var credential = Credential.random();
        keys.persistAndFlush(new Key(credential, new NewKey("first", Role.ADMIN, null), now));
        // Before the commit: a key that is stored and that nobody has would lock everybody out.
        write(credential);
        return Optional.of(credential);
    }

    private void write(Credential credential) {
        try {
            var directory = Files.createDirectories(file.toAbsolutePath().getParent());
            // Created unreadable for others, and moved into its place when it is whole.
            var whole = Files.createTempFile(directory, "admin", ".key", ownerOnly());
            Files.writeString(whole, credential.token() + "\n", UTF_8);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The first admin key cannot be written to " + file, e);
        }
    }

    /** On the terminal alone, and once: a log is kept and shared. */
    @SuppressWarnings("SystemOut")
    private void tell(Credential credential) {
        System.out.printf(
                "The first admin key, shown this once and kept in %s:%n%n    %s%n%n", file, credential.token());
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
