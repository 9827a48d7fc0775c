package dev.vigie.demo.image;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the containers of any image reference do. References that nobody knows are pulled quickly and run quietly;
/// those that are obviously wrong are refused as a registry would.
public final class Images implements Function<String, Image> {
    private static final int REMEMBERED = 500;

    private final Map<String, Image> known = new ConcurrentHashMap<>();

    @Override
    public Image apply(String reference) {
        Image image = known.get(reference);
        if (image != null) return image;
        if (known.size() > REMEMBERED) known.clear();
        return known.computeIfAbsent(reference, text -> Repositories.find(Reference.of(text)));
    }
}
