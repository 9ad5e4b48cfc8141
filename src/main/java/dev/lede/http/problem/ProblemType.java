package dev.lede.http.problem;

import java.util.Locale;

/**
 * Every way in which Lede says no, numbered by family: 1xx the request as such, 2xx what it is about, 3xx who asks and
 * how often, 4xx documents, 5xx media and the server itself. Names and statuses are part of the contract.
 */
public enum ProblemType {
    MALFORMED_REQUEST(101, 400, "The request is not well-formed"),
    INVALID_PARAMETER(102, 400, "A parameter is not valid"),
    INVALID_CURSOR(103, 400, "The cursor is not valid"),
    INVALID_PATH(104, 400, "The path is not valid"),
    MALFORMED_JSON(105, 400, "The body is not well-formed JSON"),
    INVALID_BODY(106, 400, "The body is not valid"),
    METHOD_NOT_ALLOWED(107, 405, "The method is not allowed here"),
    URI_TOO_LONG(108, 414, "The address is too long"),
    HEADERS_TOO_LARGE(109, 431, "The header fields are too large"),

    NOT_FOUND(201, 404, "Not found"),
    CONFLICT(202, 409, "In conflict with what is there"),
    GONE(203, 410, "Gone"),
    PRECONDITION_FAILED(204, 412, "A precondition does not hold"),

    UNAUTHORIZED(301, 401, "A valid key is needed"),
    FORBIDDEN(302, 403, "The key may not do this"),
    TOO_MANY_REQUESTS(303, 429, "Too many requests"),

    DOCUMENT_TOO_LARGE(401, 413, "The document is too large"),
    INVALID_DOCUMENT(402, 422, "The document cannot be understood"),
    ASSET_TOO_LARGE(403, 413, "The asset is too large"),
    NOTHING_STORED(404, 422, "Nothing was stored"),
    TOO_MANY_DELETES(405, 422, "More would be deleted than was allowed"),
    MALFORMED_ARCHIVE(406, 400, "The upload is not well-formed"),
    ARCHIVE_TOO_LARGE(407, 413, "The upload is too large"),
    TOO_MANY_ENTRIES(408, 413, "The upload has too many entries"),
    COMPRESSION_RATIO_EXCEEDED(409, 413, "The upload becomes too large when it is unpacked"),

    NOT_ACCEPTABLE(501, 406, "None of the accepted media types is on offer"),
    PAYLOAD_TOO_LARGE(502, 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(503, 415, "The media type of the body is not supported"),
    INTERNAL(504, 500, "Something went wrong here"),
    BUSY(505, 503, "Busy, try again"),
    RANGE_NOT_SATISFIABLE(506, 416, "The range lies outside");

    private static final String PREFIX = "urn:lede:problem:";

    private final int number;
    private final int status;
    private final String title;

    ProblemType(int number, int status, String title) {
        this.number = number;
        this.status = status;
        this.title = title;
    }

    /** The number whose hundreds tell the family. */
    public int number() {
        return number;
    }

    /** The HTTP status that answers of this type have. */
    public int status() {
        return status;
    }

    /** What all problems of this type have in common, as a short sentence without a full stop. */
    public String title() {
        return title;
    }

    /** The stable identifier, such as {@code urn:lede:problem:invalid-parameter}. */
    public String urn() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type for a bare HTTP status that the framework chose: its own where there is one, else its class's. */
    static ProblemType ofStatus(int status) {
        if (status == 400) {
            return MALFORMED_REQUEST;
        }
        if (status == 413) {
            return PAYLOAD_TOO_LARGE;
        }
        for (var type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
