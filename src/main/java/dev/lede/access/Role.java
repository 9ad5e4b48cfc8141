package dev.lede.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a key may do. Each role may also do what those before it may. */
public enum Role {
    /** Read what is published, where reading is not public. */
    READ,
    /** Read what is not published too. */
    PREVIEW,
    /** Change documents. */
    WRITE,
    /** Change keys. */
    ADMIN;

    /** Whether who has this role may do what needs that one. */
    public boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it is written in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All roles by their words. */
    public static Map<String, Role> byWord() {
        var roles = new TreeMap<String, Role>();
        Arrays.stream(values()).forEach(role -> roles.put(role.word(), role));
        return roles;
    }
}
