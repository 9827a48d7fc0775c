package dev.vigie.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WithoutManagedFieldsTest {
    private static final String[] WORDS = {
        "managedFields",
        "managedField",
        "managedFieldsx",
        "x",
        "",
        "a\"b",
        "\\",
        "[",
        "]",
        "{}",
        "é€",
        "\u0000",
        "managedFields\":["
    };

    @Test
    void every_list_of_that_name_is_empty_and_everything_else_as_it_was() throws IOException {
        assertThat(passed("{\"managedFields\":[{\"a\":[\"]\\\"\"]}],\"b\":[1]}"))
                .isEqualTo("{\"managedFields\":[],\"b\":[1]}");
        assertThat(passed("{\"managedFields\" :\n [ 1 ] , \"b\":2}")).isEqualTo("{\"managedFields\" :\n [] , \"b\":2}");
        assertThat(passed("{\"managedFields\":null,\"c\":\"managedFields\"}"))
                .isEqualTo("{\"managedFields\":null,\"c\":\"managedFields\"}");
        assertThat(passed("[\"managedFields\",[1]]")).isEqualTo("[\"managedFields\",[1]]");
    }

    @Test
    void a_text_that_breaks_off_breaks_off_here_too() throws IOException {
        assertThat(passed("{\"a\":1,\"managedFields\":[{\"x\":")).isEqualTo("{\"a\":1,\"managedFields\":[");
        assertThat(passed("")).isEmpty();
    }

    @Test
    void five_hundred_random_texts_in_random_pieces_mean_the_same() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        JsonMapper mapper = JsonMapper.shared();
        for (int i = 0; i < 500; i++) {
            JsonNode whole = any(random, 5);
            JsonNode read = mapper.readTree(pieces(mapper.writeValueAsString(whole), random));
            emptied(whole);
            assertThat(read).isEqualTo(whole);
        }
    }

    private static JsonNode any(RandomGenerator random, int deep) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        int sort = random.nextInt(deep == 0 ? 3 : 6);
        if (sort == 0) return make.stringNode(WORDS[random.nextInt(WORDS.length)]);
        if (sort == 1) return make.numberNode(random.nextInt(-9, 9));
        if (sort == 2) return random.nextBoolean() ? make.nullNode() : make.booleanNode(true);
        if (sort == 3) {
            ArrayNode array = make.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) array.add(any(random, deep - 1));
            return array;
        }
        ObjectNode object = make.objectNode();
        for (int i = random.nextInt(5); i > 0; i--)
            object.set(WORDS[random.nextInt(WORDS.length)], any(random, deep - 1));
        return object;
    }

    private static void emptied(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("managedFields") instanceof ArrayNode list)
            list.removeAll();
        for (JsonNode child : node) emptied(child);
    }

    private static String passed(String text) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new String(new WithoutManagedFields(in).readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Reads give between one byte and eight.
    private static InputStream pieces(String text, RandomGenerator random) {
        return new WithoutManagedFields(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, random.nextInt(1, 9)));
            }
        });
    }
}
