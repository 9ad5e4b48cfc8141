package dev.lede.http.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which query parameters a resource method takes. All others are refused before it is called; a method without this
 * annotation takes none. It may also stand on an annotation of its own, which then stands for these parameters. A name that ends in {@code .*} stands for a family: {@code param.*} takes {@code param.lead}.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {

    /** The parameters that may stand once. */
    String[] value() default {};

    /** The parameters that may stand any number of times. */
    String[] repeatable() default {};

    /** Whether others are ignored instead of refused: what programs keep asking for must not break by a parameter. */
    boolean ignoresOthers() default false;
}
