/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-pdf-writer.h"

#include "wb-error.h"
#include "wb-figure.h"
#include "wb-test-document.h"

#include <locale.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("wb-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Größe.pdf", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  /* Fails when a temporary file was left behind. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

/* What a tool says about the file; skips the test where the tool is missing. */
static char *
run_tool (const char *first,
          ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *tool = g_find_program_in_path (first);
  char *output = NULL;
  const char *argument;
  va_list args;
  int status;

  if (tool == NULL)
    {
      g_test_skip (first);
      return NULL;
    }

  va_start (args, first);
  for (argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

static void
write_document (WbDocument *document,
                const char *path)
{
  g_autoptr(GError) error = NULL;

  wb_pdf_writer_write (document, path, NULL, &error);
  g_assert_no_error (error);
  wb_test_document_check_pdf (path);
}

static WbDocument *
create_linked (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *document;
  WbBlock *paragraph;

  wb_block_append_heading (root, 2, "Erster Teil");
  paragraph = wb_block_append_paragraph (root, "Siehe ");
  wb_block_append_text (paragraph, "zweiten Teil", 0, "wb:eintrag#zweiter-teil");
  wb_block_append_text (paragraph, " oder ", 0, NULL);
  wb_block_append_text (paragraph, "Anfang", 0, "wb:eintrag");
  wb_block_append_text (paragraph, ", anderswo ", 0, NULL);
  wb_block_append_text (paragraph, "nicht dabei", 0, "wb:anderer");
  wb_block_append_text (paragraph, " und ", 0, NULL);
  wb_block_append_text (paragraph, "das Netz", 0, "https://a.example/it's(1)?ä=\\b'");
  wb_block_append_text (paragraph, ", aber nicht ", 0, NULL);
  wb_block_append_text (paragraph, "dies", 0, "javascript:alert(1)");
  wb_block_append_text (paragraph, ". Name: ", 0, NULL);
  wb_block_append_text (paragraph, "Ihr Name", WB_INLINE_BLANK, NULL);
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 2, "Zweiter Teil");
  wb_block_append_heading (root, 3, "Darunter");
  wb_block_append_paragraph (root, "Fließen offiziell Pfiffe: (/NonStruct << /MCID 3 >> BDC) – §\302\24035 €\302\240"
                             "1.234\342\200\2575 …");
  wb_block_assign_anchors (root);

  document = wb_document_new (WB_DOCUMENT_PAGES, "Links & <Anführung>", root);
  wb_document_set_entry (document, "eintrag");

  return document;
}

static void
test_tools (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(WbDocument) document = wb_test_document_new (5);
  g_autofree char *check = NULL;
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_auto(GStrv) lines = NULL;

  write_document (document, self->path);
  check = run_tool ("qpdf", "--check", self->path, NULL);
  info = run_tool ("pdfinfo", self->path, NULL);
  fonts = run_tool ("pdffonts", self->path, NULL);
  if (check == NULL || info == NULL || fonts == NULL)
    return;

  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Metadata Stream: yes"));
  g_assert_nonnull (strstr (info, "Title:           Sozialr"));
  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

/* Letters and figures only: hyphens at the end of lines are no part of the text. */
static char *
reduce (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

/* The words in quotation marks, out of a listing of the structure. */
static char *
get_structure_text (const char *listing)
{
  g_auto(GStrv) lines = g_strsplit (listing, "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '"')
        g_string_append (text, line);
    }

  return reduce (text->str);
}

static void
assert_structure (Fixture    *self,
                  WbDocument *document)
{
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  g_autofree char *listing = NULL;
  g_autofree char *structure = NULL;
  const char *position;

  write_document (document, self->path);
  listing = run_tool ("pdfinfo", "-struct-text", self->path, NULL);
  if (listing == NULL)
    return;

  structure = get_structure_text (listing);
  position = structure;
  for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
    {
      g_autofree char *text = wb_paginator_get_text (paginator, i);
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *line = reduce (lines[j]);
          const char *found = strstr (position, line);

          /* Descriptions of boxes and lines to write on are no text. */
          if (strstr ("done open LinestowriteonLinetowriteonWhoLinetowriteonBywhen", line) != NULL)
            continue;
          if (found == NULL)
            g_error ("“%s” is missing behind “%.60s”", line, position);
          position = found + strlen (line);
        }
    }
  g_assert_null (strstr (listing, "NonStruct"));
}

static void
test_structure (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(WbDocument) document = wb_test_document_new (12);

  assert_structure (self, document);
}

static void
test_links (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(WbDocument) document = create_linked ();
  g_autofree char *places = NULL;
  g_autofree char *urls = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *structure = NULL;

  write_document (document, self->path);
  places = run_tool ("pdfinfo", "-dests", self->path, NULL);
  urls = run_tool ("pdfinfo", "-url", self->path, NULL);
  text = run_tool ("pdftotext", self->path, "-", NULL);
  structure = run_tool ("pdfinfo", "-struct-text", self->path, NULL);
  if (places == NULL || urls == NULL || text == NULL || structure == NULL)
    return;

  g_assert_nonnull (strstr (places, "\"zweiter-teil\""));
  g_assert_nonnull (strstr (places, "\"wb-\""));
  g_assert_nonnull (strstr (urls, "https://a.example/it%27s%281%29?%C3%A4=%5Cb%27"));
  g_assert_null (strstr (urls, "javascript"));
  squeezed = wb_test_squeeze (text);
  g_assert_nonnull (strstr (squeezed, "FließenoffiziellPfiffe:(/NonStruct<</MCID3>>BDC)–§35€1.2345…"));
  g_assert_nonnull (strstr (structure, "offiziell Pfiffe"));
  g_assert_nonnull (strstr (structure, "\"zweiten Teil\""));
}

static void
test_json (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(WbDocument) document = create_linked ();
  g_autofree char *json = NULL;

  write_document (document, self->path);
  json = run_tool ("qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", self->path, NULL);
  if (json == NULL)
    return;

  g_assert_nonnull (strstr (json, "\"/Lang\": \"u:de-DE\""));
  g_assert_nonnull (strstr (json, "\"/DisplayDocTitle\": true"));
  g_assert_nonnull (strstr (json, "\"/Tabs\": \"/S\""));
  g_assert_nonnull (strstr (json, "\"/Alt\": \"u:Line to write on: Ihr Name\""));
  g_assert_nonnull (strstr (json, "\"/Contents\": \"u:zweiten Teil\""));
  g_assert_nonnull (strstr (json, "\"/Contents\": \"u:Anfang\""));
  g_assert_nonnull (strstr (json, "\"/Title\": \"u:Darunter\""));
  g_assert_null (strstr (json, "/NonStruct\""));
}

/* A figure is one element with words for it; its table is a table. */
static void
test_figure (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbFigure) figure = wb_figure_new (WB_FIGURE_BARS, "Aufwand", "Der Umbau kostet am meisten.");
  g_autoptr(WbDocument) document = NULL;
  g_autofree char *json = NULL;
  g_autofree char *structure = NULL;

  wb_figure_add_part (figure, "Umbau", NULL)->value = 40;
  wb_figure_add_part (figure, "Prüfung", NULL)->value = 5;
  wb_block_append (root, wb_figure_create_block (figure));
  document = wb_document_new (WB_DOCUMENT_PAGES, "Bericht", root);
  write_document (document, self->path);
  json = run_tool ("qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", self->path, NULL);
  structure = run_tool ("pdfinfo", "-struct", self->path, NULL);
  if (json == NULL || structure == NULL)
    return;

  g_assert_nonnull (strstr (json, "\"/Alt\": \"u:Aufwand: Der Umbau kostet am meisten.\""));
  g_assert_nonnull (strstr (structure, "Figure"));
  g_assert_nonnull (strstr (structure, "Table"));
}

static void
test_deck (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  WbBlock *notes;

  wb_block_append_heading (root, 1, "Sozialräume");
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Folie");
  for (guint i = 0; i < 60; i++)
    wb_block_append_paragraph (root, "Ein Satz auf der Folie.");
  notes = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  notes->callout = WB_CALLOUT_NOTES;
  wb_block_append_paragraph (notes, "geheim");
  document = wb_document_new (WB_DOCUMENT_DECK, "Deck", root);
  assert_structure (self, document);
  info = run_tool ("pdfinfo", self->path, NULL);
  text = run_tool ("pdftotext", self->path, "-", NULL);
  if (info == NULL || text == NULL)
    return;

  g_assert_nonnull (strstr (info, "960 x 540"));
  g_assert_null (strstr (text, "geheim"));
}

/* Also behind a byte that is 0. */
static gboolean
bytes_contain (const char *bytes,
               gsize       length,
               const char *text)
{
  const gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;

  return FALSE;
}

static void
test_same_bytes (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(WbDocument) document = wb_test_document_new (3);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *info = NULL;
  gsize first_length, second_length;

  g_setenv ("SOURCE_DATE_EPOCH", "1795000000", TRUE);
  write_document (document, self->path);
  g_assert_true (g_file_get_contents (self->path, &first, &first_length, NULL));
  write_document (document, self->path);
  g_assert_true (g_file_get_contents (self->path, &second, &second_length, NULL));
  g_unsetenv ("SOURCE_DATE_EPOCH");

  g_assert_cmpmem (first, first_length, second, second_length);
  /* The information dictionary says the same, but newer versions of Cairo compress it. */
  g_assert_true (bytes_contain (first, first_length, "<xmp:CreateDate>2026-11-18T11:06:40Z</xmp:CreateDate>"));
  info = run_tool ("pdfinfo", "-isodates", self->path, NULL);
  if (info != NULL)
    g_assert_nonnull (strstr (info, "2026-11-18T11:06:40"));
}

static void
assert_fails (const char *path,
              WbError     code)
{
  g_autoptr(WbDocument) document = wb_test_document_new (1);
  g_autoptr(GError) error = NULL;

  g_assert_false (wb_pdf_writer_write (document, path, NULL, &error));
  g_assert_error (error, WB_ERROR, (int) code);
}

static void
test_no_folder (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "fehlt", "a.pdf", NULL);

  assert_fails (path, WB_ERROR_NOT_FOUND);
  assert_fails (self->folder, WB_ERROR_FAILED);
}

/* The superuser may write anywhere, so somebody else has to try. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  const gboolean is_root = geteuid () == 0;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->path, "alt", -1, NULL));
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  if (is_root && (setresuid (65534, 65534, 0) != 0))
    g_test_skip ("cannot become somebody else");
  else
    assert_fails (self->path, WB_ERROR_READ_ONLY);
  if (is_root)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "alt");
}

static void
test_no_space (Fixture       *self,
               gconstpointer  data)
{
  struct rlimit old, small;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->path, "alt", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_fails (self->path, WB_ERROR_NO_SPACE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "alt");
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(WbDocument) document = wb_test_document_new (1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (wb_pdf_writer_write (document, self->path, cancellable, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

typedef struct
{
  GCancellable *cancellable;
  double stop_at;
  double last;
  guint n;
  guint page; /* and of how many, at the end */
  guint n_pages;
} Watch;

static void
watch (double   done,
       guint    page,
       guint    n_pages,
       gpointer data)
{
  Watch *self = data;

  g_assert_cmpuint (page, >=, self->page);
  g_assert_cmpuint (page, <=, n_pages);
  self->page = page;
  self->n_pages = n_pages;

  g_assert_cmpfloat (done, >=, self->last);
  g_assert_cmpfloat (done, <=, 1);
  self->last = done;
  self->n++;
  if (done >= self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

/* Progress goes up to its end; who cancels in the middle, while laying out or drawing, is heard at once. */
static void
test_progress (Fixture       *self,
               gconstpointer  data)
{
  const double stops[] = { 2, 0.2, 0.7 };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr(WbDocument) document = wb_test_document_new (40);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      Watch state = { cancellable, stops[i] };
      const gboolean written = wb_pdf_writer_write_watched (document, self->path, cancellable, watch, &state, &error);

      g_assert_cmpuint (state.n, >, 5);
      g_assert_true (written == (i == 0));
      if (i == 0)
        {
          g_assert_cmpfloat (state.last, ==, 1);
          g_assert_cmpuint (state.page, ==, state.n_pages);
          g_assert_cmpuint (state.n_pages, >, 20);
          g_unlink (self->path);
          continue;
        }
      g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
      g_assert_cmpfloat (state.last, <, stops[i] + 0.15);
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    }
}

static void
test_mode (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(WbDocument) document = wb_test_document_new (0);
  GStatBuf info;

  write_document (document, self->path);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  write_document (document, self->path);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0644);
}

/* Words beside a line to write on, and beside a link, in a note that is the last thing on its page. */
static guint
count_in (const char *text,
          const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

/* A line of the contents is one link, its page number in it, even where it is several lines. */
static void
test_contents (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  g_autofree char *tree = NULL;

  wb_block_append_contents (root, 2);
  wb_block_append_heading (root, 2, "Kurz");
  wb_block_append_heading (root, 2, "Ein Titel, der so lang ist, dass er nicht in eine Zeile passt und nicht einmal in zwei davon, weil er "
                                    "von der Zuständigkeitsbereichsverteilung in der Verwaltungsgemeinschaft handelt, auch 2027");
  wb_block_append_heading (root, 2, "Ein Zeichen \364\200\200\200, das es nicht gibt");
  wb_block_assign_anchors (root);
  document = wb_document_new (WB_DOCUMENT_PAGES, "Inhalt", root);
  write_document (document, self->path);

  tree = run_tool ("pdfinfo", "-struct-text", self->path, NULL);
  if (tree == NULL)
    return;
  g_assert_cmpuint (count_in (tree, "TOCI"), ==, 3);
  g_assert_cmpuint (count_in (tree, "Link"), ==, 3);
  g_assert_nonnull (strstr (tree, "\"Kurz 1\""));
  g_assert_nonnull (strstr (tree, "auch 2027 1\""));
}

static void
test_footnote (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  WbBlock *paragraph = wb_block_append_paragraph (root, "Die Grenze");
  WbBlock *note = wb_block_new (WB_BLOCK_PARAGRAPH);

  wb_block_append_text (note, "Auskunft der Stelle vom: ", 0, NULL);
  wb_block_append_text (note, "Welche Grenze gilt?", WB_INLINE_BLANK, NULL);
  wb_block_append_text (note, ", mehr im ", 0, NULL);
  wb_block_append_text (note, "Netz", 0, "https://a.example/");
  wb_block_append_text (note, ".", 0, NULL);
  wb_block_append_footnote (paragraph, note);
  wb_block_append_text (paragraph, " gilt.", 0, NULL);
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_paragraph (root, "Mehr");
  document = wb_document_new (WB_DOCUMENT_PAGES, "Grenze", root);
  write_document (document, self->path);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  /* Cairo reads and writes numbers as the locale does: the same tests run in a locale with a decimal comma. */
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add ("/pdf-writer/tools", test_tools);
  add ("/pdf-writer/structure", test_structure);
  add ("/pdf-writer/links", test_links);
  add ("/pdf-writer/contents", test_contents);
  add ("/pdf-writer/footnote", test_footnote);
  add ("/pdf-writer/json", test_json);
  add ("/pdf-writer/figure", test_figure);
  add ("/pdf-writer/deck", test_deck);
  add ("/pdf-writer/same-bytes", test_same_bytes);
  add ("/pdf-writer/no-folder", test_no_folder);
  add ("/pdf-writer/read-only", test_read_only);
  add ("/pdf-writer/no-space", test_no_space);
  add ("/pdf-writer/cancelled", test_cancelled);
  add ("/pdf-writer/progress", test_progress);
  add ("/pdf-writer/mode", test_mode);

  return g_test_run ();
}
