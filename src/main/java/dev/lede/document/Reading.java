package dev.lede.document;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of reading one document: the document, or why there is none.
 *
 * @param document absent exactly when one of the findings is an error
 * @param findings everything worth telling the author, in the order of the file where positions are known
 */
public record Reading(Optional<Document> document, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }
}
