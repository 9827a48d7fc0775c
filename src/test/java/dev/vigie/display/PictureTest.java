package dev.vigie.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    @Test
    void a_picture_is_read_back_pixel_by_pixel_by_somebody_elses_reader(@TempDir Path folder) throws IOException {
        int width = 37;
        int height = 11;
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int[] pixels =
                random.ints((long) width * height).map(rgb -> rgb | 0xFF000000).toArray();
        Path file = folder.resolve("picture.png");

        new Picture(width, height, pixels).write(file);

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
    }
}
