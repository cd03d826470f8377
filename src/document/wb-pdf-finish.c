/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-finish-private.h"

#include "wb-error.h"
#include "wb-pdf-file-private.h"
#include "wb-tagger-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LANGUAGE "de-DE"
#define MAX_DEPTH 128

typedef struct
{
  WbPdfFile *file;
  GPtrArray *records;
  guint next_record;
  GHashTable *decoration; /* numbers of the elements that were dropped */
  gboolean failed; /* the tree does not match the records */
} Finish;

static void
insert (Finish     *self,
        WbPdfSpan   dictionary,
        const char *key,
        const char *value)
{
  g_autofree char *text = g_strconcat (key, " ", value, NULL);

  wb_pdf_file_insert (self->file, dictionary, text);
}

static void
insert_text (Finish     *self,
             WbPdfSpan   dictionary,
             const char *key,
             const char *text)
{
  g_autofree char *quoted = wb_pdf_quote (text);

  insert (self, dictionary, key, quoted);
}

static void
set_table_attributes (Finish            *self,
                      WbPdfSpan          element,
                      const WbTagRecord *record)
{
  g_autoptr(GString) attributes = g_string_new ("<< /O /Table");

  if (record->extra.scope == WB_SCOPE_NONE && record->extra.columns <= 1 && record->extra.rows <= 1)
    return;

  if (record->extra.scope != WB_SCOPE_NONE)
    g_string_append (attributes, record->extra.scope == WB_SCOPE_ROW ? " /Scope /Row" : " /Scope /Column");
  if (record->extra.columns > 1)
    g_string_append_printf (attributes, " /ColSpan %u", record->extra.columns);
  if (record->extra.rows > 1)
    g_string_append_printf (attributes, " /RowSpan %u", record->extra.rows);
  g_string_append (attributes, " >>");
  insert (self, element, "/A", attributes->str);
}

/* The annotations a Link element refers to say in words where they lead. */
static void
set_link_contents (Finish     *self,
                   WbPdfSpan   element,
                   const char *text)
{
  WbPdfSpan item = { NULL, NULL };
  WbPdfSpan kids, annotation;

  if (!wb_pdf_span_get (element, "/K", &kids))
    return;
  while (wb_pdf_span_next (kids, &item))
    if (wb_pdf_file_follow (self->file, item, "/Obj", &annotation))
      insert_text (self, annotation, "/Contents", text);
}

static void
apply_record (Finish    *self,
              WbPdfSpan  element,
              WbPdfSpan  tag)
{
  const WbTagRecord *record;

  if (!wb_pdf_span_equals (tag, "/TH") && !wb_pdf_span_equals (tag, "/TD") &&
      !wb_pdf_span_equals (tag, "/Figure") && !wb_pdf_span_equals (tag, "/Link") && !wb_pdf_span_equals (tag, "/Note") &&
      !wb_pdf_span_equals (tag, "/Span"))
    return;

  record = self->next_record < self->records->len ? g_ptr_array_index (self->records, self->next_record) : NULL;
  tag.start++;
  if (record == NULL || !wb_pdf_span_equals (tag, record->tag))
    {
      self->failed = TRUE;
      return;
    }

  self->next_record++;
  set_table_attributes (self, element, record);
  if (record->text != NULL && wb_pdf_span_equals (tag, "Figure"))
    insert_text (self, element, "/Alt", record->text);
  if (record->text != NULL && wb_pdf_span_equals (tag, "Span"))
    insert_text (self, element, "/ActualText", record->text);
  if (record->text != NULL && wb_pdf_span_equals (tag, "Note"))
    insert_text (self, element, "/ID", record->text);
  if (record->text != NULL && wb_pdf_span_equals (tag, "Link"))
    set_link_contents (self, element, record->text);
}

static void finish_element (Finish    *self,
                            WbPdfSpan  element,
                            WbPdfSpan  tag,
                            guint      depth);

/* One child: dropped when it is decoration, finished when it is an element. @empty: what stays in its place. */
static void
finish_kid (Finish     *self,
            WbPdfSpan   kid,
            const char *empty,
            guint       depth)
{
  const guint n = wb_pdf_span_get_reference (kid);
  WbPdfSpan element, tag;

  if (n == 0 || !wb_pdf_file_get_object (self->file, n, &element) || !wb_pdf_span_get (element, "/S", &tag))
    return;

  if (!wb_pdf_span_equals (tag, "/NonStruct"))
    {
      finish_element (self, element, tag, depth);
      return;
    }

  wb_pdf_file_replace (self->file, kid, empty);
  wb_pdf_file_remove (self->file, n);
  g_hash_table_add (self->decoration, GUINT_TO_POINTER (n));
}

static void
finish_kids (Finish    *self,
             WbPdfSpan  element,
             guint      depth)
{
  WbPdfSpan item = { NULL, NULL };
  WbPdfSpan kids;

  if (!wb_pdf_span_get (element, "/K", &kids))
    return;
  if (*kids.start != '[')
    {
      finish_kid (self, kids, "[ ]", depth);
      return;
    }
  while (wb_pdf_span_next (kids, &item))
    finish_kid (self, item, "", depth);
}

static void
finish_element (Finish    *self,
                WbPdfSpan  element,
                WbPdfSpan  tag,
                guint      depth)
{
  if (depth > MAX_DEPTH)
    {
      self->failed = TRUE;
      return;
    }

  apply_record (self, element, tag);
  finish_kids (self, element, depth + 1);
}

/* What was dropped from the tree must not be found from the pages either. */
static void
finish_parents (Finish    *self,
                WbPdfSpan  array)
{
  WbPdfSpan item = { NULL, NULL };

  while (wb_pdf_span_next (array, &item))
    if (g_hash_table_contains (self->decoration, GUINT_TO_POINTER (wb_pdf_span_get_reference (item))))
      wb_pdf_file_replace (self->file, item, "null");
}

/* The pages' lists in the tree, by reference or in place; annotations have their element there. */
static void
finish_parent_tree (Finish    *self,
                    WbPdfSpan  tree)
{
  WbPdfSpan item = { NULL, NULL };
  WbPdfSpan parent_tree, numbers, array;
  guint n;

  if (!wb_pdf_file_follow (self->file, tree, "/ParentTree", &parent_tree) ||
      !wb_pdf_file_follow (self->file, parent_tree, "/Nums", &numbers))
    return;

  while (wb_pdf_span_next (numbers, &item) && wb_pdf_span_next (numbers, &item))
    {
      n = wb_pdf_span_get_reference (item);
      array = item;
      if ((n == 0 || wb_pdf_file_get_object (self->file, n, &array)) && *array.start == '[')
        finish_parents (self, array);
    }
}

static void
finish_structure (Finish    *self,
                  WbPdfSpan  root)
{
  WbPdfSpan tree;

  if (!wb_pdf_file_follow (self->file, root, "/StructTreeRoot", &tree))
    {
      self->failed = TRUE;
      return;
    }

  finish_kids (self, tree, 0);
  finish_parent_tree (self, tree);
  if (self->next_record != self->records->len)
    self->failed = TRUE;
}

static gboolean
finish_page (Finish    *self,
             WbPdfSpan  page)
{
  WbPdfSpan contents;

  insert (self, page, "/Tabs", "/S");

  return wb_pdf_span_get (page, "/Contents", &contents) &&
         wb_pdf_file_filter_stream (self->file, wb_pdf_span_get_reference (contents), wb_pdf_content_mark_artifacts);
}

/* Pages, and TrueType fonts, which need to say that their glyphs are numbered as in the font. */
static void
finish_objects (Finish *self)
{
  WbPdfSpan object, type, old;

  for (guint i = 1; i < wb_pdf_file_get_n_objects (self->file) && !self->failed; i++)
    {
      if (!wb_pdf_file_get_object (self->file, i, &object))
        continue;
      if (!wb_pdf_span_get (object, "/Type", &type))
        continue;
      if (wb_pdf_span_equals (type, "/Page"))
        self->failed = !finish_page (self, object);
      else if (wb_pdf_span_equals (type, "/Font") && wb_pdf_span_get (object, "/Subtype", &type) &&
               wb_pdf_span_equals (type, "/CIDFontType2") && !wb_pdf_span_get (object, "/CIDToGIDMap", &old))
        insert (self, object, "/CIDToGIDMap", "/Identity");
    }
}

static char *
create_xmp (const char *title,
            const char *date)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  return g_strdup_printf (
    "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "  <rdf:Description rdf:about=\"\"\n"
    "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    "    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
    "   <dc:format>application/pdf</dc:format>\n"
    "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "   <dc:language><rdf:Bag><rdf:li>" LANGUAGE "</rdf:li></rdf:Bag></dc:language>\n"
    "   <pdfuaid:part>1</pdfuaid:part>\n"
    "   <xmp:CreatorTool>Wegbereiter</xmp:CreatorTool>\n"
    "   <xmp:CreateDate>%s</xmp:CreateDate>\n"
    "   <xmp:ModifyDate>%s</xmp:ModifyDate>\n"
    "  </rdf:Description>\n"
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n",
    escaped, date, date);
}

static void
finish_catalog (Finish     *self,
                WbPdfSpan   root,
                const char *title,
                const char *date)
{
  g_autofree char *xmp = create_xmp (title, date);
  g_autofree char *stream = g_strdup_printf ("<< /Type /Metadata\n   /Subtype /XML\n   /Length %" G_GSIZE_FORMAT
                                             "\n>>\nstream\n%s\nendstream", strlen (xmp), xmp);
  g_autofree char *metadata = g_strdup_printf ("%u 0 R", wb_pdf_file_add (self->file, stream));

  insert_text (self, root, "/Lang", LANGUAGE);
  insert (self, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  insert (self, root, "/Metadata", metadata);
  /* As the pages, slides and sheets are numbered at their foot: from 1, those included that show no number. */
  insert (self, root, "/PageLabels", "<< /Nums [ 0 << /S /D >> ] >>");
}

/* Cairo writes dates without the "D:" they begin with. */
static void
finish_info (Finish     *self,
             const char *date)
{
  static const char *const keys[] = { "/CreationDate", "/ModDate" };
  g_autoptr(GString) compact = g_string_new ("(D:");
  WbPdfSpan info, old;

  for (const char *p = date; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == 'Z')
      g_string_append_c (compact, *p);
  g_string_append_c (compact, ')');

  if (!wb_pdf_file_follow (self->file, wb_pdf_file_get_trailer (self->file), "/Info", &info))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (wb_pdf_span_get (info, keys[i], &old))
      wb_pdf_file_replace (self->file, old, compact->str);
    else
      insert (self, info, keys[i], compact->str);
}

WbSpool *
wb_pdf_finish (WbSpool     *drawn,
               GPtrArray   *records,
               const char  *title,
               const char  *date,
               GError     **error)
{
  g_autoptr(WbPdfFile) file = wb_pdf_file_new (drawn);
  g_autoptr(WbSpool) out = wb_spool_new ();
  g_autoptr(GHashTable) decoration = g_hash_table_new (NULL, NULL);
  Finish self = { file, records, 0, decoration, file == NULL };
  WbPdfSpan root;

  if (!self.failed && wb_pdf_file_follow (file, wb_pdf_file_get_trailer (file), "/Root", &root))
    {
      finish_structure (&self, root);
      wb_spool_rest (drawn);
      finish_objects (&self);
      finish_catalog (&self, root, title, date);
      finish_info (&self, date);
    }
  else
    self.failed = TRUE;

  if (!self.failed && wb_pdf_file_write (file, out))
    return g_steal_pointer (&out);

  g_set_error_literal (error, WB_ERROR, WB_ERROR_FAILED, _("The PDF could not be completed. No file was written."));

  return NULL;
}
