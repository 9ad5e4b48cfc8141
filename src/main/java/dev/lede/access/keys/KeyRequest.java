package dev.lede.access.keys;

import dev.lede.access.Role;
import dev.lede.http.problem.Nearest;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import dev.lede.http.problem.Violation;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new key is to be. */
record KeyRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull String role,
        @Future @Nullable OffsetDateTime expiresAt) {

    Role parsedRole() {
        var roles = Role.byWord();
        var known = roles.get(role);
        if (known == null) {
            var detail = "Unknown role \"" + role + "\". Allowed: " + String.join(", ", roles.keySet()) + ".";
            throw new ProblemException(
                    ProblemType.INVALID_BODY,
                    detail,
                    List.of(Violation.ofPointer("/role", detail)
                            .withValue(role)
                            .withHint(Nearest.to(role, roles.keySet()))));
        }
        return known;
    }
}
