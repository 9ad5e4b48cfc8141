package dev.lede.access;

import dev.lede.access.KeyRing.Holder;
import dev.lede.access.limit.Address;
import dev.lede.access.limit.Limit;
import dev.lede.access.limit.RateLimits;
import dev.lede.http.caching.Privacy;
import dev.lede.http.problem.ProblemException;
import dev.lede.http.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who asks. The key is looked at when a role is first asked for, and not at all by a public read. Of one request, so
 * not thread-safe.
 */
@RequestScoped
public class Caller {

    private static final String FOUND = "lede.holder";
    private static final String COUNTED = "lede.counted";
    private static final String CHALLENGE = "Bearer realm=\"lede\"";

    private final RoutingContext context;
    private final KeyRing keys;
    private final RateLimits limits;
    private final AccessConfig config;

    Caller(RoutingContext context, KeyRing keys, RateLimits limits, AccessConfig config) {
        this.context = context;
        this.keys = keys;
        this.limits = limits;
        this.config = config;
    }

    /**
     * Goes on only for those who have this role. The answer then belongs to them alone: no cache keeps it.
     *
     * @throws ProblemException {@code unauthorized} without a valid key, {@code forbidden} when it has a lesser role,
     *     {@code too-many-requests} after too many wrong keys
     */
    public void require(Role role) {
        var token = token().orElseThrow(() -> unauthorized(
                "A key with the role " + role.word() + " is needed: Authorization: Bearer <key>.", CHALLENGE));
        if (!roleOf(token).includes(role)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This needs a key with the role " + role.word() + ".");
        }
    }

    /** Goes on with everybody where reading is public, else as {@link #require}. */
    void requireToRead() {
        if (!config.publicRead()) {
            require(Role.READ);
        }
    }

    /** What tells, for as long as a caller stays who may read now, whether he still may. */
    public Pass passToRead() {
        return config.publicRead() ? Pass.OF_EVERYBODY : Pass.of(token().orElseThrow(), keys);
    }

    /**
     * Whether the caller has this role. Without a key nobody has any.
     *
     * @throws ProblemException when there is a key and it is wrong
     */
    public boolean holds(Role role) {
        return token().map(token -> roleOf(token).includes(role)).orElse(false);
    }

    /**
     * Counts this request for its key or, when it has no valid one, for its address; once, however often it is called.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    void count(Limit limit) {
        // Without a limit the key of a public read is not even looked at.
        if (limits.apply(limit) && context.get(COUNTED) == null) {
            context.put(COUNTED, true);
            limits.count(limit, token().flatMap(this::holder).map(Holder::id).orElseGet(this::address));
        }
    }

    private Optional<String> token() {
        return Bearer.token(context.request().getHeader("Authorization"));
    }

    private Role roleOf(String token) {
        Privacy.mark(context);
        return holder(token).orElseThrow(this::wrong).role();
    }

    private Optional<Holder> holder(String token) {
        // With the exchange: who is at the gate is known inside.
        Holder known = context.get(FOUND);
        if (known != null) {
            return Optional.of(known);
        }
        var found = keys.holderOf(token);
        found.ifPresent(holder -> context.put(FOUND, holder));
        return found;
    }

    private ProblemException wrong() {
        limits.count(Limit.WRONG_KEYS, address());
        return unauthorized(
                "This key is not valid, not any more, or not complete.", CHALLENGE + ", error=\"invalid_token\"");
    }

    private String address() {
        return Address.of(context.request().remoteAddress());
    }

    private static ProblemException unauthorized(String detail, String challenge) {
        return new ProblemException(ProblemType.UNAUTHORIZED, detail).withHeader("WWW-Authenticate", challenge);
    }
}
