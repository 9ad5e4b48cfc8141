package dev.lede.contract;

import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Fails every exchange of RestAssured whose answer {@code openapi.yaml} does not allow. What is asked is not held to the
 * file: tests ask wrongly on purpose.
 */
final class ContractFilter implements OrderedFilter {

    private static final AnswerCheck CHECK = new AnswerCheck(Contract.file());

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = request.getURI().replaceFirst("^[a-z]+://[^/]*", "");
        var answer = Answer.to(
                request.getMethod(),
                uri,
                response.statusCode(),
                response.headers().asList().stream()
                        .collect(Collectors.groupingBy(
                                Header::getName, Collectors.mapping(Header::getValue, Collectors.toList()))),
                new String(response.asByteArray(), StandardCharsets.UTF_8));
        var faults = CHECK.faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError(request.getMethod() + " " + uri + " was answered with " + response.statusCode()
                    + ", which openapi.yaml does not allow:\n  " + String.join("\n  ", faults) + "\n" + answer.headers()
                    + "\n" + answer.body());
        }
        return response;
    }
}
