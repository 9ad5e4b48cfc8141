package dev.lede.http.body;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;

/** Writes RFC 6901 JSON pointers. */
final class Pointers {

    private Pointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(escape(step.getFieldName()));
            }
        }
        return pointer.toString();
    }

    // RFC 6901 §3: "~" is written "~0" and "/" is written "~1".
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
