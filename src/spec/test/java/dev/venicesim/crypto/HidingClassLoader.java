package dev.venicesim.crypto;

import java.io.IOException;

/** Loads this project's classes anew, as on a class path without one library. */
public final class HidingClassLoader extends ClassLoader {

    private final String hidden;

    public HidingClassLoader(String hiddenPackage) {
        super(HidingClassLoader.class.getClassLoader());
        this.hidden = hiddenPackage + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
            throw new ClassNotFoundException(name + " is hidden");
        }
        if (!name.startsWith("dev.venicesim.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            var bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
