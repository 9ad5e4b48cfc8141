package dev.lede.http.problem;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/**
 * Finds which methods a path has. The framework says 405 without telling, which RFC 9110 §15.5.6 demands, and tells OPTIONS
 * those of paths beside it.
 */
public final class AllowedMethods {

    private AllowedMethods() {}

    /** Of the path of the request that is being answered; {@code OPTIONS} alone where nothing is served. */
    public static Set<String> here() {
        var request = CurrentRequestManager.get();
        var path = request.getPathWithoutPrefix();
        // The mapper sorts the list it is given, and this one belongs to all requests.
        var classes =
                new RequestMapper<>(new ArrayList<>(request.getDeployment().getClassMappers()));
        var methods = new TreeSet<String>();
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            collect(match, methods);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return methods;
    }

    private static void collect(RequestMatch<InitialMatch> match, Set<String> methods) {
        var rest = match.remaining.isEmpty() ? "/" : match.remaining;
        for (var handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler routing) {
                routing.getMappers().forEach((method, paths) -> {
                    if (method != null && paths.map(rest) != null) {
                        methods.add(method);
                    }
                });
            }
        }
    }
}
