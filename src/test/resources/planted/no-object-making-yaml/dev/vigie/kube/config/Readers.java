package dev.vigie.kube.config;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

public class Readers {
    static class PlantedPlain {
        Yaml yaml = new Yaml();
    }

    static class PlantedOptions {
        Yaml yaml = new Yaml(new LoaderOptions());
    }

    static class PlantedConstructor {
        Yaml yaml = new Yaml(new Constructor(Object.class, new LoaderOptions()));
    }

    static class Innocent {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
