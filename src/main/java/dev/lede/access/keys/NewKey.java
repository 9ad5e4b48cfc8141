package dev.lede.access.keys;

import dev.lede.access.Role;
import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a new key is to be, checked.
 *
 * @param expiresAt null for a key that does not
 */
record NewKey(String name, Role role, @Nullable Instant expiresAt) {

    private static final int LONGEST_NAME = 200;

    /** Ten thousand days: who means never leaves it out, and no column overflows. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(10_000);

    /** Control characters, which a terminal would obey and the database refuses, and halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** @throws ProblemException {@code invalid-body}, with everything that is wrong */
    static NewKey of(KeysResource.KeyRequest request, Instant now) {
        var faults = new ArrayList<Violation>();
        var name = name(request.name(), faults);
        var role = role(request.role(), faults);
        var expiresAt = expiresAt(request.expiresAt(), now, faults);
        if (name == null || role == null || !faults.isEmpty()) {
            var detail = faults.size() == 1 ? faults.get(0).detail() : "Several members of the body are not valid.";
            throw new ProblemException(ProblemType.INVALID_BODY, detail, faults);
        }
        return new NewKey(name, role, expiresAt);
    }

    private static @Nullable String name(@Nullable String given, List<Violation> faults) {
        var name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            faults.add(Violation.ofPointer("/name", "\"name\" must say whose key it is or what for."));
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(Violation.ofPointer("/name", "\"name\" must have " + LONGEST_NAME + " characters or fewer."));
        } else if (UNPRINTABLE.matcher(name).find()) {
            faults.add(Violation.ofPointer("/name", "\"name\" must be text without control characters."));
        }
        return name;
    }

    private static @Nullable Role role(@Nullable String given, List<Violation> faults) {
        var roles = Role.byWord();
        var allowed = "Allowed: " + String.join(", ", roles.keySet()) + ".";
        if (given == null) {
            faults.add(Violation.ofPointer("/role", "\"role\" is missing. " + allowed));
            return null;
        }
        var role = roles.get(given);
        if (role == null) {
            faults.add(Violation.ofPointer("/role", "Unknown role \"" + given + "\". " + allowed)
                    .withValue(given)
                    .withHint(Nearest.to(given, roles.keySet())));
        }
        return role;
    }

    private static @Nullable Instant expiresAt(@Nullable String given, Instant now, List<Violation> faults) {
        if (given == null) {
            return null;
        }
        var moment = moment(given);
        if (moment == null || !moment.isAfter(now) || moment.isAfter(now.plus(LONGEST_LIFE))) {
            faults.add(Violation.ofPointer(
                            "/expiresAt",
                            "\"expiresAt\" must be an RFC 3339 instant with offset in the future, "
                                    + LONGEST_LIFE.toDays() + " days from now at the most.")
                    .withValue(given));
            return null;
        }
        // As fine as the database keeps it: what is answered now is what will be listed.
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
