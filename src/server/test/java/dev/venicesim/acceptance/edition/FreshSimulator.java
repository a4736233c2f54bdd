package dev.venicesim.acceptance.edition;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;

/** A simulator whose classes are loaded anew, with a folder in front of its class path. */
final class FreshSimulator implements AutoCloseable {

    private final AutoCloseable server;
    private final String baseUrl;

    private FreshSimulator(AutoCloseable server, String baseUrl) {
        this.server = server;
        this.baseUrl = baseUrl;
    }

    static FreshSimulator start(Path folder, String edition) throws Exception {
        var urls = new ArrayList<URL>();
        urls.add(folder.toUri().toURL());
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        // left open: the server's threads still load classes while it stops
        var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        // services are looked up by the thread's loader
        thread.setContextClassLoader(loader);
        try {
            return start(loader, edition);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static FreshSimulator start(ClassLoader loader, String edition) throws Exception {
        var builder = loader.loadClass("dev.venicesim.SimulatorConfig")
                .getMethod("builder")
                .invoke(null);
        builder.getClass().getMethod("edition", String.class).invoke(builder, edition);
        builder.getClass().getMethod("port", int.class).invoke(builder, 0);
        var config = builder.getClass().getMethod("build").invoke(builder);
        var type = loader.loadClass("dev.venicesim.SimulatorServer");
        var server = type.getMethod("start", config.getClass()).invoke(null, config);
        return new FreshSimulator(
                (AutoCloseable) server, (String) type.getMethod("baseUrl").invoke(server));
    }

    String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
