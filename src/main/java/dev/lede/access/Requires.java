package dev.lede.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role without which a resource method, or any of a class, is not called. It is checked before anything else is: who
 * may not ask is not told what is wrong with a request. It may also stand on an annotation of the method's.
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Role value();

    /**
     * Only a request with one of these parameters needs the role: {@code name}, or {@code name=value}. The method then
     * asks {@link Caller#require} as well.
     */
    String[] with() default {};
}
