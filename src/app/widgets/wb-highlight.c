/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-highlight.h"

#include <adwaita.h>
#include <string.h>

#include "wb-fold.h"

/* More words than this in one query are not looked for. */
#define MAX_WORDS 24
/* From this length on a word is also marked inside a longer one. */
#define MIN_PART 4

/* A folded text that knows where each of its bytes came from. */
typedef struct
{
  /* Owned */
  GString *text;
  GArray *starts; /* guint, a byte each: where its character begins in the original */
  GArray *ends;   /* guint, a byte each: where its character ends */
} Folded;

typedef char *(*FoldFunc) (const char *text);

static void
folded_free (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->starts);
  g_array_unref (folded->ends);
  g_free (folded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folded, folded_free)

static void
folded_append (Folded     *folded,
               const char *text,
               guint       start,
               guint       end)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (folded->text, *p);
      g_array_append_val (folded->starts, start);
      g_array_append_val (folded->ends, end);
    }
}

/* Whether a character that folds to nothing ends a word (a space does, a soft hyphen does not). */
static gboolean
ends_word (const char *cluster,
           FoldFunc    fold)
{
  g_autofree char *between = g_strconcat ("a", cluster, "a", NULL);
  g_autofree char *result = fold (between);

  return strchr (result, ' ') != NULL;
}

static void
append_cluster (Folded     *folded,
                const char *cluster,
                FoldFunc    fold,
                guint       start,
                guint       end)
{
  g_autofree char *result = NULL;

  if (end - start == 1)
    {
      char one[2] = { g_ascii_isalnum (*cluster) ? g_ascii_tolower (*cluster) : ' ', '\0' };

      folded_append (folded, one, start, end);
      return;
    }

  result = fold (cluster);
  if (*result != '\0')
    folded_append (folded, result, start, end);
  else if (ends_word (cluster, fold))
    folded_append (folded, " ", start, end);
}

static Folded *
fold_text (const char *text,
           FoldFunc    fold)
{
  Folded *folded = g_new0 (Folded, 1);
  const char *p = text;

  folded->text = g_string_sized_new (strlen (text) + 8);
  folded->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  folded->ends = g_array_new (FALSE, FALSE, sizeof (guint));

  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      g_autofree char *cluster = NULL;

      while (*next != '\0' && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);

      cluster = g_strndup (p, next - p);
      append_cluster (folded, cluster, fold, p - text, next - text);
      p = next;
    }

  return folded;
}

/* Endings that make another form of the same word. */
static gboolean
is_ending (const char *text,
           gsize       length)
{
  static const char *const endings[] = { "e", "en", "er", "es", "em", "ern", "n", "s" };

  if (length == 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strlen (endings[i]) == length && strncmp (text, endings[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* Length of @word without its ending, at least MIN_PART. */
static gsize
stem_length (const char *word)
{
  const gsize length = strlen (word);

  for (gsize n = 3; n >= 1; n--)
    if (length >= MIN_PART + n && is_ending (word + length - n, n))
      return length - n;

  return length;
}

static void
mark_range (GByteArray   *marked,
            const Folded *folded,
            gsize         from,
            gsize         to)
{
  const guint start = g_array_index (folded->starts, guint, from);
  const guint end = g_array_index (folded->ends, guint, to - 1);

  memset (marked->data + start, 1, end - start);
}

static void
mark_needle (GByteArray   *marked,
             const Folded *folded,
             const char   *word)
{
  const char *text = folded->text->str;
  const gsize length = strlen (word);
  const gsize stem = stem_length (word);
  const char *p = text;

  while ((p = g_strstr_len (p, -1, word)) != NULL)
    {
      const gsize at = p - text;
      const gboolean first = at == 0 || text[at - 1] == ' ';
      const gsize rest = strcspn (p + length, " ");

      if (first || length >= MIN_PART)
        mark_range (marked, folded, at, at + length + (is_ending (p + length, rest) ? rest : 0));
      p += length;
    }

  if (stem == length)
    return;

  /* Other forms of the word: the stem, an ending, and nothing more. */
  for (p = text; *p != '\0'; p += strspn (p, " "))
    {
      const gsize whole = strcspn (p, " ");

      if (whole >= stem && strncmp (p, word, stem) == 0 && is_ending (p + stem, whole - stem))
        mark_range (marked, folded, p - text, p - text + whole);
      p += whole;
    }
}

static void
mark_words (GByteArray *marked,
            const char *text,
            const char *words,
            FoldFunc    fold)
{
  g_autoptr (Folded) folded = fold_text (text, fold);
  g_autofree char *query = fold (words);
  g_auto (GStrv) needles = g_strsplit (query, " ", MAX_WORDS + 1);

  for (guint i = 0; needles[i] != NULL && i < MAX_WORDS; i++)
    if (g_utf8_strlen (needles[i], -1) > 1)
      mark_needle (marked, folded, needles[i]);
}

static GArray *
collect_marks (const GByteArray *marked)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (WbMark));

  for (guint i = 0; i < marked->len; i++)
    if (marked->data[i] != 0)
      {
        WbMark mark = { i, i };

        while (mark.end < marked->len && marked->data[mark.end] != 0)
          mark.end++;
        g_array_append_val (marks, mark);
        i = mark.end;
      }

  return marks;
}

GArray *
wb_highlight_find (const char *text,
                   const char *words)
{
  g_autoptr (GByteArray) marked = g_byte_array_new ();

  g_return_val_if_fail (text != NULL, NULL);

  if (words == NULL || *words == '\0' || *text == '\0')
    return g_array_new (FALSE, FALSE, sizeof (WbMark));

  g_byte_array_set_size (marked, strlen (text));
  memset (marked->data, 0, marked->len);
  mark_words (marked, text, words, wb_fold_spelled);
  mark_words (marked, text, words, wb_fold_bare);

  return collect_marks (marked);
}

static void
add_colour (PangoAttrList   *attributes,
            GtkStyleContext *context,
            const char      *name,
            const WbMark    *mark,
            PangoAttribute *(*create) (guint16, guint16, guint16))
{
  PangoAttribute *attribute;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    return;

  attribute = create (colour.red * 65535, colour.green * 65535, colour.blue * 65535);
  attribute->start_index = mark->start;
  attribute->end_index = mark->end;
  pango_attr_list_insert (attributes, attribute);
}

/* What a label has to remember in order to be drawn again. */
typedef struct
{
  double line_height;
  GArray *marks; /* WbMark */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_array_unref (look->marks);
  g_free (look);
}

static void
update_attributes (GtkLabel *label)
{
  const Look *look = g_object_get_data (G_OBJECT (label), "wb-look");
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (label));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const gsize length = strlen (gtk_label_get_text (label));

  if (look->line_height > 0)
    pango_attr_list_insert (attributes, pango_attr_line_height_new (look->line_height));

  for (guint i = 0; i < look->marks->len; i++)
    {
      const WbMark *mark = &g_array_index (look->marks, WbMark, i);
      PangoAttribute *weight;

      if (mark->start >= mark->end || mark->end > length)
        continue;

      weight = pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD);
      weight->start_index = mark->start;
      weight->end_index = mark->end;
      pango_attr_list_insert (attributes, weight);
      add_colour (attributes, context, "wb_hit", mark, pango_attr_foreground_new);
      add_colour (attributes, context, "wb_hit_tint", mark, pango_attr_background_new);
    }

  gtk_label_set_attributes (label, attributes);
}

void
wb_highlight_apply (GtkLabel     *label,
                    const GArray *marks,
                    double        line_height)
{
  const gboolean first = g_object_get_data (G_OBJECT (label), "wb-look") == NULL;
  Look *look;

  g_return_if_fail (GTK_IS_LABEL (label));

  look = g_new0 (Look, 1);
  look->line_height = line_height;
  look->marks = g_array_new (FALSE, FALSE, sizeof (WbMark));
  if (marks != NULL)
    g_array_append_vals (look->marks, marks->data, marks->len);
  g_object_set_data_full (G_OBJECT (label), "wb-look", look, look_free);

  update_attributes (label);
  if (first)
    g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                             G_CALLBACK (update_attributes), label,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
