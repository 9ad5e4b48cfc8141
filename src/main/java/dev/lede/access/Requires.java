package dev.lede.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role without which a resource method, or any of a class, is not called. It is checked before the body is read.
 * Where it depends on the request, ask {@link Caller#require} instead.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Role value();
}
