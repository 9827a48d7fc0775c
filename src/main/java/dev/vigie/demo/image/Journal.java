package dev.vigie.demo.image;

/// What a program writes in its life; only what falls on the page is kept.
interface Journal {
    Journal SILENT = page -> {};

    void write(Page page);
}
