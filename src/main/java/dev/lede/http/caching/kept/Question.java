package dev.lede.http.caching.kept;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a public read asks, so that two who ask the same have the same of it.
 *
 * @param target path and query, the parameters in the order of their names
 * @param accept empty for whatever there is
 * @param languages what {@code Accept-Language} says, {@link #NONE} when it was not sent; empty where that does not matter
 */
record Question(String target, String accept, String languages) {

    private static final String UNDER = "/v1";

    /** Not the same as whatever it may say. */
    private static final String NONE = "-";

    /** In characters, of each of its parts; whoever asks at greater length is answered anew. */
    private static final int LONGEST = 2_048;

    /** The question of a request, with its languages; null when its answer is not to be kept, or not for others. */
    static @Nullable Question of(HttpServerRequest request) {
        var headers = request.headers();
        var uri = request.uri();
        if (!isRead(request.method())
                || !uri.startsWith(UNDER)
                || headers.contains("Authorization")
                || headers.getAll("Accept").size() > 1
                || headers.getAll("Accept-Language").size() > 1) {
            return null;
        }
        return of(uri, headers.get("Accept"), headers.get("Accept-Language"));
    }

    static @Nullable Question of(String uri, @Nullable String accept, @Nullable String languages) {
        var accepted = accept == null || accept.equals("*/*") ? "" : accept;
        var read = languages == null ? NONE : languages;
        if (uri.length() > LONGEST || accepted.length() > LONGEST || read.length() > LONGEST) {
            return null;
        }
        return new Question(canonical(uri), accepted, read);
    }

    static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /** The same whoever may read what. */
    Question inAnyLanguage() {
        return languages.isEmpty() ? this : new Question(target, accept, "");
    }

    /** Values of one parameter keep their order. */
    private static String canonical(String uri) {
        int question = uri.indexOf('?');
        if (question < 0 || uri.indexOf('&', question) < 0) {
            return uri;
        }
        var parameters = new ArrayList<>(List.of(uri.substring(question + 1).split("&", -1)));
        parameters.sort(Comparator.comparing(Question::name));
        return uri.substring(0, question + 1) + String.join("&", parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }
}
