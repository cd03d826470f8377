/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-block-view.h"
#include "wb-chip.h"
#include "wb-figure-view.h"
#include "wb-highlight.h"
#include "wb-test-services.h"
#include "wb-wide-frame.h"
#include "wb-wrap-layout.h"

/* A view of a document with what the test puts into it. */
static WbBlockView *
new_view (WbBlock *document)
{
  WbBlockView *view = g_object_ref_sink (WB_BLOCK_VIEW (wb_block_view_new ()));

  wb_block_view_set_block (view, document);

  return view;
}

static gboolean
text_is (GtkWidget     *widget,
         gconstpointer  text)
{
  return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static GtkLabel *
find_label (gpointer    widget,
            const char *text)
{
  GtkWidget *label = wb_test_find (widget, GTK_TYPE_LABEL, text_is, text);

  if (label == NULL)
    g_error ("no label says “%s”", text);

  return GTK_LABEL (label);
}

static guint
count (GtkWidget *widget,
       GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static guint
count_attributes (GtkLabel      *label,
                  PangoAttrType  type)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  GSList *all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  guint n = 0;

  for (GSList *l = all; l != NULL; l = l->next)
    n += ((PangoAttribute *) l->data)->klass->type == type ? 1 : 0;
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);

  return n;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlockView *view = new_view (NULL);
  g_autofree char *highlight = NULL;
  WbBlock *block = NULL;
  guint n = 0;

  g_signal_connect_swapped (view, "notify", G_CALLBACK (count_cb), &n);
  wb_block_view_set_block (view, NULL);
  g_assert_cmpuint (n, ==, 0);
  wb_block_view_set_block (view, document);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (view, "block", document, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (view, "highlight", "Wort", NULL);
  wb_block_view_set_highlight (view, "Wort");
  g_assert_cmpuint (n, ==, 2);
  g_object_get (view, "block", &block, "highlight", &highlight, NULL);
  g_assert_true (block == document);
  g_assert_cmpstr (highlight, ==, "Wort");
  wb_block_unref (block);

  g_assert_finalize_object (view);
}

static void
test_headings (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlockView *view;
  GtkWidget *heading;

  wb_block_append_heading (document, 2, "Ausgangslage");
  wb_block_append_paragraph (document, "Ein Absatz.");
  wb_block_append_heading (document, 3, "Größe");
  wb_block_assign_anchors (document);
  view = new_view (document);

  heading = wb_block_view_get_heading (view, "ausgangslage");
  g_assert_true (heading == GTK_WIDGET (find_label (view, "Ausgangslage")));
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  g_assert_true (gtk_widget_has_css_class (heading, "title-4"));
  g_assert_nonnull (wb_block_view_get_heading (view, "groesse"));
  g_assert_null (wb_block_view_get_heading (view, "fehlt"));
  g_assert_true (gtk_label_get_selectable (find_label (view, "Ein Absatz.")));

  g_assert_finalize_object (view);
}

/* Whatever the content holds, it is text: no tag of it may become one of ours. */
static void
test_markup (void)
{
  static const char *const hostile = "</b><a href=\"http://x\">&amp; <span size='99'>\xff\x01";
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *paragraph = wb_block_append (document, wb_block_new (WB_BLOCK_PARAGRAPH));
  g_autofree char *valid = g_utf8_make_valid (hostile, -1);
  WbBlockView *view;
  GtkLabel *label;

  wb_block_append_text (paragraph, hostile, WB_INLINE_STRONG, NULL);
  wb_block_append_text (paragraph, " quer\" title='", 0, "wb:id\" onclick=\"x");
  view = new_view (document);

  label = GTK_LABEL (wb_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, NULL, NULL));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (label), valid));
  g_assert_true (g_str_has_suffix (gtk_label_get_text (label), " quer\" title='"));

  g_assert_finalize_object (view);
}

static void
test_inlines (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *paragraph = wb_block_append (document, wb_block_new (WB_BLOCK_PARAGRAPH));
  WbBlockView *view;
  GtkLabel *label;

  wb_block_append_text (paragraph, "fett", WB_INLINE_STRONG, NULL);
  wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
  wb_block_append_text (paragraph, "schräg", WB_INLINE_EMPHASIS, NULL);
  wb_block_append_text (paragraph, "code", WB_INLINE_CODE, NULL);
  wb_block_append_text (paragraph, "name", WB_INLINE_PLACEHOLDER, NULL);
  wb_block_append_text (paragraph, "Frage", WB_INLINE_OPEN, NULL);
  view = new_view (document);

  label = GTK_LABEL (wb_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, NULL, NULL));
  g_assert_cmpstr (gtk_label_get_text (label), ==, "fett\nschrägcode[name]still open: Frage");
  g_assert_cmpstr (gtk_label_get_label (label), ==,
                   "<b>fett</b>\n<i>schräg</i><tt>code</tt>[name]still open: Frage");

  g_assert_finalize_object (view);
}

static WbBlock *
add_item (WbBlock    *list,
          const char *text)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));

  wb_block_append_paragraph (item, text);

  return item;
}

static void
test_lists (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *plain = wb_block_append (document, wb_block_new (WB_BLOCK_LIST));
  WbBlock *numbered = wb_block_append (document, wb_block_new (WB_BLOCK_LIST));
  WbBlockView *view;
  GtkWidget *box;

  add_item (plain, "eins");
  wb_block_append (add_item (plain, "zwei"), wb_block_new (WB_BLOCK_LIST));
  numbered->ordered = TRUE;
  numbered->start = 7;
  add_item (numbered, "sieben");
  add_item (numbered, "acht");
  view = new_view (document);

  find_label (view, "•");
  find_label (view, "7.");
  find_label (view, "8.");
  box = gtk_widget_get_ancestor (GTK_WIDGET (find_label (view, "8.")), GTK_TYPE_GRID);
  gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (box), GTK_ACCESSIBLE_ROLE_LIST);

  g_assert_finalize_object (view);
}

static void
test_checklist (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *list = wb_block_append (document, wb_block_new (WB_BLOCK_CHECKLIST));
  WbBlock *done = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
  WbBlock *open = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
  WbBlockView *view;
  GtkWidget *sign;

  done->done = TRUE;
  done->owner = g_strdup ("Robin (Beispiel)");
  done->date = g_strdup ("24.11.2026");
  wb_block_append_text (done, "Zweck benannt", 0, NULL);
  open->note = g_strdup ("Art. 5");
  wb_block_append_text (open, "Frist bekannt", 0, NULL);
  view = new_view (document);

  find_label (view, "Zweck benannt");
  find_label (view, "Robin (Beispiel) · 24.11.2026");
  find_label (view, "Art. 5");
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_IMAGE), ==, 2);
  sign = wb_test_find (GTK_WIDGET (view), GTK_TYPE_IMAGE, NULL, NULL);
  gtk_test_accessible_assert_property (sign, GTK_ACCESSIBLE_PROPERTY_LABEL, "Done");
  /* Only shown: nothing here can be ticked. */
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_CHECK_BUTTON), ==, 0);

  g_assert_finalize_object (view);
}

static void
test_table (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (document, wb_block_new (WB_BLOCK_TABLE));
  const WbAlign aligns[] = { WB_ALIGN_START, WB_ALIGN_END };
  WbBlockView *view;
  GtkWidget *grid;
  GtkWidget *cell;

  table->header_rows = 1;
  g_array_append_vals (table->aligns, aligns, 2);
  wb_block_append_row (table, "Ort", "Einwohner", NULL);
  wb_block_append_row (table, "Hagenow", "12.022", NULL);
  view = new_view (document);

  g_assert_cmpuint (count (GTK_WIDGET (view), WB_TYPE_WIDE_FRAME), ==, 1);
  grid = wb_test_find (GTK_WIDGET (view), GTK_TYPE_GRID, NULL, NULL);
  gtk_test_accessible_assert_role (grid, GTK_ACCESSIBLE_ROLE_TABLE);
  cell = gtk_grid_get_child_at (GTK_GRID (grid), 0, 0);
  g_assert_true (text_is (cell, "Ort"));
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  cell = gtk_grid_get_child_at (GTK_GRID (grid), 1, 1);
  g_assert_true (text_is (cell, "12.022"));
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (cell)), ==, 1);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_CELL);

  g_assert_finalize_object (view);
}

/* A wide table asks for little, gets the height it needs at the width there is, and scrolls. */
static void
test_wide_table (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (document, wb_block_new (WB_BLOCK_TABLE));
  WbBlockView *view;
  int minimum;
  int wide;
  int narrow;

  for (guint i = 0; i < 3; i++)
    wb_block_append_row (table, "Eine Zelle mit langem Text", "Noch eine", "Und eine", "Und noch eine",
                         "Und noch eine mehr", "Und zuletzt diese", "Ende", "Schluss", NULL);
  view = new_view (document);

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 200);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);

  g_assert_finalize_object (view);
}

/* Of a very large table the first rows are shown, and how many there are. */
static void
test_huge_table (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (document, wb_block_new (WB_BLOCK_TABLE));
  WbBlockView *view;
  GtkWidget *grid;

  table->header_rows = 1;
  for (guint i = 0; i < 12400; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zeile %u", i);

      wb_block_append_row (table, name, "1", "2", "3", "4", NULL);
    }
  view = new_view (document);

  g_assert_true (wb_block_view_is_complete (view));
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_LABEL), <, 1100);
  grid = wb_test_find (GTK_WIDGET (view), GTK_TYPE_GRID, NULL, NULL);
  g_assert_true (text_is (gtk_grid_get_child_at (GTK_GRID (grid), 0, 199), "Zeile 199"));
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (grid), 0, 200));
  find_label (view, "… 12200 more rows: they are in the saved document.");

  g_assert_finalize_object (view);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gboolean      *saved)
{
  *saved = g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING);
}

/* The button is there only where there is something to save. */
static void
test_cut_button (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (document, wb_block_new (WB_BLOCK_TABLE));
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("save-pdf", G_VARIANT_TYPE_STRING);
  GtkWidget *window = gtk_window_new ();
  gboolean saved = FALSE;
  WbBlockView *view;
  GtkWidget *button;

  for (guint i = 0; i < 1001; i++)
    wb_block_append_row (table, "Zelle", NULL);
  view = new_view (document);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  find_label (view, "… 1 more row: it is in the saved document.");
  button = wb_test_find (GTK_WIDGET (view), GTK_TYPE_BUTTON, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (button));

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_signal_connect (action, "activate", G_CALLBACK (save_cb), &saved);
  gtk_widget_insert_action_group (window, "reading", G_ACTION_GROUP (group));
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Save as PDF…");
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (saved);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

/* A very long text goes on after its beginning is shown; what comes later is like what was there at once. */
static void
test_long_text (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_passage_free);
  WbPassage *passage = wb_passage_new (7, "Sozialdaten", NULL, NULL, NULL);
  WbBlockView *view;
  gboolean handled = FALSE;
  GtkLabel *last;
  WbBlock *paragraph;
  guint n = 0;

  for (guint i = 0; i < 4000; i++)
    wb_block_append_paragraph (document, "Ein Absatz.");
  wb_block_append_heading (document, 2, "Ende");
  paragraph = wb_block_append_paragraph (document, "Sozialdaten ");
  wb_block_append_text (paragraph, "hier", 0, "https://example.org");
  wb_block_assign_anchors (document);
  g_ptr_array_add (passages, passage);

  view = new_view (document);
  g_signal_connect_swapped (view, "notify::complete", G_CALLBACK (count_cb), &n);
  wb_block_view_set_highlight (view, "sozial");
  wb_block_view_set_passages (view, passages);
  g_assert_false (wb_block_view_is_complete (view));
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_LABEL), <, 400);
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_LABEL), >=, 100);
  g_assert_null (wb_block_view_get_heading (view, "ende"));

  while (!wb_block_view_is_complete (view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_LABEL), ==, 4002);
  g_assert_nonnull (wb_block_view_get_heading (view, "ende"));
  last = find_label (view, "Sozialdaten hier");
  g_assert_cmpuint (count_attributes (last, PANGO_ATTR_WEIGHT), ==, 1);
  g_assert_true (wb_block_view_get_passage (view, 7) == GTK_WIDGET (last));
  g_signal_emit_by_name (last, "activate-link", "https://example.org", &handled);
  g_assert_true (handled);

  /* Another text comes while one is still on its way. */
  wb_block_view_set_block (view, NULL);
  wb_block_view_set_block (view, document);
  g_assert_false (wb_block_view_is_complete (view));
  wb_block_view_set_block (view, NULL);
  g_assert_true (wb_block_view_is_complete (view));

  g_assert_finalize_object (view);
}

static void
test_callouts (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *warning = wb_block_append (document, wb_block_new (WB_BLOCK_CALLOUT));
  WbBlock *titled = wb_block_append (document, wb_block_new (WB_BLOCK_CALLOUT));
  WbBlock *title;
  WbBlockView *view;
  GtkWidget *box;

  warning->callout = WB_CALLOUT_WARNING;
  wb_block_append_paragraph (warning, "Keine Rechtsberatung.");
  titled->callout = WB_CALLOUT_NOTE;
  title = wb_block_append (titled, wb_block_new (WB_BLOCK_PARAGRAPH));
  wb_block_append_text (title, "Zu klären", WB_INLINE_STRONG, NULL);
  view = new_view (document);

  find_label (view, "Caution");
  box = gtk_widget_get_ancestor (GTK_WIDGET (find_label (view, "Keine Rechtsberatung.")), GTK_TYPE_GRID);
  g_assert_true (gtk_widget_has_css_class (box, "callout"));
  g_assert_true (gtk_widget_has_css_class (box, "warn"));
  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, "Caution");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_label (view, "Zu klären")), "callout-title"));
  g_assert_null (wb_test_find (GTK_WIDGET (view), GTK_TYPE_LABEL, text_is, "Note"));

  g_assert_finalize_object (view);
}

static void
test_other_blocks (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *sheet = wb_block_append (document, wb_block_new (WB_BLOCK_SHEET));
  WbBlock *quote = wb_block_append (document, wb_block_new (WB_BLOCK_QUOTE));
  WbBlock *code = wb_block_append (document, wb_block_new (WB_BLOCK_CODE));
  WbBlock *signatures = wb_block_append (document, wb_block_new (WB_BLOCK_SIGNATURES));
  WbBlock *lines = wb_block_append (document, wb_block_new (WB_BLOCK_LINES));
  WbBlockView *view;

  wb_block_append_row (sheet, "Träger", "Landkreis Kassel", NULL);
  wb_block_append_row (sheet, "Wirkung", "Nicht belegt", NULL);
  wb_block_append_paragraph (quote, "Zitat");
  wb_block_append_text (code, "a <b> c", 0, NULL);
  add_item (signatures, "Datum, Fachstelle");
  lines->lines = 3;
  wb_block_append (document, wb_block_new (WB_BLOCK_RULE));
  wb_block_append (document, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  view = new_view (document);

  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_label (view, "Träger")), "dim-label"));
  find_label (view, "Landkreis Kassel");
  /* What is not known gets its sign as well as the words. */
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_IMAGE), ==, 1);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (GTK_WIDGET (find_label (view, "Zitat"))),
                                           "block-quote"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_label (view, "a <b> c")), "monospace"));
  find_label (view, "Datum, Fachstelle");
  g_assert_cmpuint (count (GTK_WIDGET (view), GTK_TYPE_SEPARATOR), ==, 1 + 3 + 2);

  g_assert_finalize_object (view);
}

static void
assert_marks (const char *text,
              const char *words,
              const char *expected)
{
  g_autoptr (GArray) marks = wb_highlight_find (text, words);
  g_autoptr (GString) shown = g_string_new (text);

  for (guint i = marks->len; i > 0; i--)
    {
      const WbMark *mark = &g_array_index (marks, WbMark, i - 1);

      g_string_insert (shown, mark->end, "]");
      g_string_insert (shown, mark->start, "[");
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_marks (void)
{
  assert_marks ("Müllheim und Mülheim", "muellheim", "[Müllheim] und Mülheim");
  assert_marks ("Müllheim und Mülheim", "Mullheim", "[Müllheim] und Mülheim");
  assert_marks ("Mu\xcc\x88llheim", "müllheim", "[Mu\xcc\x88llheim]");
  assert_marks ("Straßenbeleuchtung", "strassen", "[Straßen]beleuchtung");
  assert_marks ("Straßenbeleuchtung", "beleuchtung", "Straßen[beleuchtung]");
  assert_marks ("der sozialen Arbeit", "sozial", "der [sozialen] Arbeit");
  assert_marks ("Eine Kommune", "Kommunen", "Eine [Kommune]");
  assert_marks ("Die Häuser, das Haus", "haus", "Die [Häuser], das [Haus]");
  assert_marks ("Auftrag", "tr", "Auftrag");
  assert_marks ("Auf­trag", "auftrag", "[Auf­trag]");
  assert_marks ("a b c", "a", "a b c");
  assert_marks ("Daten & Netze", "\"netze daten\"", "[Daten] & [Netze]");
  assert_marks ("", "x", "");
  assert_marks ("Text", NULL, "Text");
  assert_marks ("Text", "* ' ()", "Text");
}

static void
test_highlight (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlockView *view;
  GtkLabel *label;

  wb_block_append_paragraph (document, "Wer sozial plant, braucht Sozialdaten.");
  view = new_view (document);
  label = find_label (view, "Wer sozial plant, braucht Sozialdaten.");
  g_assert_cmpuint (count_attributes (label, PANGO_ATTR_WEIGHT), ==, 0);
  g_assert_cmpuint (count_attributes (label, PANGO_ATTR_LINE_HEIGHT), ==, 1);

  wb_block_view_set_highlight (view, "Sozial");
  g_assert_cmpuint (count_attributes (label, PANGO_ATTR_WEIGHT), ==, 2);
  g_assert_cmpuint (count_attributes (label, PANGO_ATTR_LINE_HEIGHT), ==, 1);
  wb_block_view_set_highlight (view, NULL);
  g_assert_cmpuint (count_attributes (label, PANGO_ATTR_WEIGHT), ==, 0);

  g_assert_finalize_object (view);
}

static void
open_item_cb (GSimpleAction *action,
              GVariant      *parameter,
              char         **opened)
{
  g_free (*opened);
  *opened = g_variant_dup_string (parameter, NULL);
}

static void
test_links (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *paragraph = wb_block_append (document, wb_block_new (WB_BLOCK_PARAGRAPH));
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-item", G_VARIANT_TYPE_STRING);
  g_autofree char *opened = NULL;
  WbBlockView *view;
  GtkLabel *label;
  gboolean handled = FALSE;

  wb_block_append_text (paragraph, "siehe ", 0, NULL);
  wb_block_append_text (paragraph, "Leitfaden", 0, "wb:leitfaden#phase");
  wb_block_append_text (paragraph, "https://example.org", 0, "https://example.org");
  view = new_view (document);
  g_signal_connect (action, "activate", G_CALLBACK (open_item_cb), &opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (view), "win", G_ACTION_GROUP (group));

  label = find_label (view, "siehe Leitfadenhttps://example.org");
  g_signal_emit_by_name (label, "activate-link", "wb:leitfaden#phase", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (opened, ==, "leitfaden#phase");

  /* A web address is never opened: it is handled here, and no entry is. */
  handled = FALSE;
  g_clear_pointer (&opened, g_free);
  g_signal_emit_by_name (label, "activate-link", "https://example.org", &handled);
  g_assert_true (handled);
  g_assert_null (opened);

  g_assert_finalize_object (view);
}

/* Tab goes from link to link and passes what has none. */
static void
test_tab (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  GtkWidget *window = gtk_window_new ();
  WbBlock *paragraph;
  WbBlockView *view;
  GtkLabel *label;

  wb_block_append_paragraph (document, "ohne Verweis");
  paragraph = wb_block_append (document, wb_block_new (WB_BLOCK_PARAGRAPH));
  wb_block_append_text (paragraph, "erster", 0, "wb:a");
  wb_block_append_text (paragraph, " und ", 0, NULL);
  wb_block_append_text (paragraph, "zweiter", 0, "wb:b");
  wb_block_append_paragraph (document, "ohne Verweis");
  view = new_view (document);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_focus (GTK_WINDOW (window), NULL);

  label = find_label (view, "erster und zweiter");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (label)));
  g_assert_cmpstr (gtk_label_get_current_uri (label), ==, "wb:a");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_label_get_current_uri (label), ==, "wb:b");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_chip (void)
{
  g_autoptr (WbVocabulary) vocabulary = wb_vocabulary_new ();
  WbChip *chip = g_object_ref_sink (WB_CHIP (wb_chip_new (NULL, NULL)));
  guint n = 0;

  wb_vocabulary_add_facet (vocabulary, "evidence", "Beleg");
  wb_vocabulary_add_value (vocabulary, "evidence", "belegt", "Belegt");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));

  g_signal_connect_swapped (chip, "notify::label", G_CALLBACK (count_cb), &n);
  wb_chip_set_evidence (chip, vocabulary, "belegt");
  wb_chip_set_evidence (chip, vocabulary, "belegt");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (wb_chip_get_label (chip), ==, "Belegt");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chip)));
  wb_chip_set_evidence (chip, vocabulary, NULL);
  g_assert_null (wb_chip_get_label (chip));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chip)));

  g_assert_finalize_object (chip);
}

static void
test_wrap (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  int one_line;
  int two_lines;

  gtk_widget_set_layout_manager (box, wb_wrap_layout_new (10));
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (box), child);
    }

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 430, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 429, &two_lines, NULL, NULL, NULL);
  g_assert_cmpint (one_line, ==, 20);
  g_assert_cmpint (two_lines, ==, 50);

  g_assert_finalize_object (box);
}

/* The drawing has a name and a description, and the table behind the expander is reached with Tab. */
static void
test_figure (void)
{
  g_autoptr (WbBlock) document = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (WbFigure) figure = wb_figure_new (WB_FIGURE_FLOW, "Der Weg", "Von A nach B.");
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  WbBlockView *view;
  GtkWidget *drawing, *expander;
  int wide, narrow;

  wb_figure_add_part (figure, "Anfang mit ein paar Wörtern", NULL);
  wb_figure_add_part (figure, "Mitte mit ein paar Wörtern", NULL);
  wb_figure_add_part (figure, "Ende mit ein paar Wörtern", NULL);
  wb_block_append (document, wb_figure_create_block (figure));
  view = new_view (document);
  gtk_window_set_child (window, GTK_WIDGET (view));
  gtk_window_present (window);

  drawing = wb_test_find (GTK_WIDGET (view), WB_TYPE_FIGURE_VIEW, NULL, NULL);
  g_assert_nonnull (drawing);
  gtk_test_accessible_assert_role (drawing, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (drawing, GTK_ACCESSIBLE_PROPERTY_LABEL, "Der Weg");
  gtk_test_accessible_assert_property (drawing, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Von A nach B.");
  gtk_widget_measure (drawing, GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  gtk_widget_measure (drawing, GTK_ORIENTATION_VERTICAL, 260, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (wide, >, 20);
  g_assert_cmpint (narrow, >, 2 * wide);

  expander = wb_test_find (GTK_WIDGET (view), GTK_TYPE_EXPANDER, NULL, NULL);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, "As a table: Der Weg");
  gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  find_label (view, "Mitte mit ein paar Wörtern");
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));

  gtk_window_destroy (window);
  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/block-view/properties", test_properties);
  g_test_add_func ("/block-view/headings", test_headings);
  g_test_add_func ("/block-view/markup", test_markup);
  g_test_add_func ("/block-view/inlines", test_inlines);
  g_test_add_func ("/block-view/lists", test_lists);
  g_test_add_func ("/block-view/checklist", test_checklist);
  g_test_add_func ("/block-view/table", test_table);
  g_test_add_func ("/block-view/wide-table", test_wide_table);
  g_test_add_func ("/block-view/huge-table", test_huge_table);
  g_test_add_func ("/block-view/cut-button", test_cut_button);
  g_test_add_func ("/block-view/long-text", test_long_text);
  g_test_add_func ("/block-view/callouts", test_callouts);
  g_test_add_func ("/block-view/other-blocks", test_other_blocks);
  g_test_add_func ("/block-view/marks", test_marks);
  g_test_add_func ("/block-view/highlight", test_highlight);
  g_test_add_func ("/block-view/links", test_links);
  g_test_add_func ("/block-view/tab", test_tab);
  g_test_add_func ("/block-view/figure", test_figure);
  g_test_add_func ("/chip/evidence", test_chip);
  g_test_add_func ("/wrap-layout/lines", test_wrap);

  return g_test_run ();
}
