/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-finish-private.h"

#include "wb-error.h"
#include "wb-tagger-private.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#define LANGUAGE "de-DE"
#define MAX_DEPTH 128

typedef struct
{
  qpdf_data qpdf;
  GPtrArray *records;
  guint next_record;
  gboolean failed; /* the tree does not match the records */
} Finish;

static gboolean
is_name (Finish     *self,
         qpdf_oh     dictionary,
         const char *key,
         const char *name)
{
  qpdf_oh value = qpdf_oh_get_key (self->qpdf, dictionary, key);
  const gboolean equal = qpdf_oh_is_name_and_equals (self->qpdf, value, name);

  qpdf_oh_release (self->qpdf, value);

  return equal;
}

static gboolean
has_key (Finish     *self,
         qpdf_oh     dictionary,
         const char *key)
{
  return qpdf_oh_is_dictionary (self->qpdf, dictionary) && qpdf_oh_has_key (self->qpdf, dictionary, key);
}

static void
set_name (Finish     *self,
          qpdf_oh     dictionary,
          const char *key,
          const char *name)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, qpdf_oh_new_name (self->qpdf, name));
}

static void
set_text (Finish     *self,
          qpdf_oh     dictionary,
          const char *key,
          const char *text)
{
  qpdf_oh_replace_key (self->qpdf, dictionary, key, qpdf_oh_new_unicode_string (self->qpdf, text));
}

static void
set_table_attributes (Finish            *self,
                      qpdf_oh            element,
                      const WbTagRecord *record)
{
  qpdf_oh attributes;

  if (record->extra.scope == WB_SCOPE_NONE && record->extra.columns <= 1)
    return;

  attributes = qpdf_oh_new_dictionary (self->qpdf);
  set_name (self, attributes, "/O", "/Table");
  if (record->extra.scope != WB_SCOPE_NONE)
    set_name (self, attributes, "/Scope", record->extra.scope == WB_SCOPE_ROW ? "/Row" : "/Column");
  if (record->extra.columns > 1)
    qpdf_oh_replace_key (self->qpdf, attributes, "/ColSpan",
                         qpdf_oh_new_integer (self->qpdf, record->extra.columns));
  qpdf_oh_replace_key (self->qpdf, element, "/A", attributes);
}

/* The annotations a Link element refers to say in words where they lead. */
static void
set_link_contents (Finish     *self,
                   qpdf_oh     element,
                   const char *text)
{
  qpdf_oh kids = qpdf_oh_get_key (self->qpdf, element, "/K");
  const int n = qpdf_oh_is_array (self->qpdf, kids) ? qpdf_oh_get_array_n_items (self->qpdf, kids) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);

      if (has_key (self, kid, "/Obj"))
        {
          qpdf_oh annotation = qpdf_oh_get_key (self->qpdf, kid, "/Obj");

          set_text (self, annotation, "/Contents", text);
          qpdf_oh_release (self->qpdf, annotation);
        }
      qpdf_oh_release (self->qpdf, kid);
    }
  qpdf_oh_release (self->qpdf, kids);
}

static void
apply_record (Finish     *self,
              qpdf_oh     element,
              const char *tag)
{
  const WbTagRecord *record;

  if (strcmp (tag, "TH") != 0 && strcmp (tag, "TD") != 0 && strcmp (tag, "Figure") != 0 && strcmp (tag, "Link") != 0)
    return;

  record = self->next_record < self->records->len ? g_ptr_array_index (self->records, self->next_record) : NULL;
  if (record == NULL || strcmp (record->tag, tag) != 0)
    {
      self->failed = TRUE;
      return;
    }

  self->next_record++;
  set_table_attributes (self, element, record);
  if (record->text != NULL && strcmp (tag, "Figure") == 0)
    set_text (self, element, "/Alt", record->text);
  if (record->text != NULL && strcmp (tag, "Link") == 0)
    set_link_contents (self, element, record->text);
}

static void finish_element (Finish  *self,
                            qpdf_oh  element,
                            guint    depth);

/* Walks the children and drops those that are decoration. */
static void
finish_kids (Finish  *self,
             qpdf_oh  element,
             guint    depth)
{
  qpdf_oh kids = qpdf_oh_get_key (self->qpdf, element, "/K");
  int i = 0;

  if (!qpdf_oh_is_array (self->qpdf, kids))
    {
      if (has_key (self, kids, "/S"))
        finish_element (self, kids, depth);
      qpdf_oh_release (self->qpdf, kids);
      return;
    }

  while (i < qpdf_oh_get_array_n_items (self->qpdf, kids))
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);

      if (has_key (self, kid, "/S") && is_name (self, kid, "/S", "/NonStruct"))
        qpdf_oh_erase_item (self->qpdf, kids, i);
      else
        {
          if (has_key (self, kid, "/S"))
            finish_element (self, kid, depth);
          i++;
        }
      qpdf_oh_release (self->qpdf, kid);
    }
  qpdf_oh_release (self->qpdf, kids);
}

static void
finish_element (Finish  *self,
                qpdf_oh  element,
                guint    depth)
{
  qpdf_oh type = qpdf_oh_get_key (self->qpdf, element, "/S");
  g_autofree char *tag = g_strdup (qpdf_oh_get_name (self->qpdf, type));

  qpdf_oh_release (self->qpdf, type);
  if (depth > MAX_DEPTH || *tag != '/')
    {
      self->failed = TRUE;
      return;
    }

  apply_record (self, element, tag + 1);
  finish_kids (self, element, depth + 1);
}

/* What was dropped from the tree must not be found from the pages either. */
static void
finish_parents (Finish  *self,
                qpdf_oh  array)
{
  const int n = qpdf_oh_get_array_n_items (self->qpdf, array);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh element = qpdf_oh_get_array_item (self->qpdf, array, i);

      if (has_key (self, element, "/S") && is_name (self, element, "/S", "/NonStruct"))
        qpdf_oh_set_array_item (self->qpdf, array, i, qpdf_oh_new_null (self->qpdf));
      qpdf_oh_release (self->qpdf, element);
    }
}

static void
finish_parent_tree (Finish  *self,
                    qpdf_oh  tree)
{
  qpdf_oh parent_tree = qpdf_oh_get_key (self->qpdf, tree, "/ParentTree");
  qpdf_oh numbers = qpdf_oh_get_key_if_dict (self->qpdf, parent_tree, "/Nums");
  const int n = qpdf_oh_is_array (self->qpdf, numbers) ? qpdf_oh_get_array_n_items (self->qpdf, numbers) : 0;

  for (int i = 1; i < n; i += 2)
    {
      qpdf_oh entry = qpdf_oh_get_array_item (self->qpdf, numbers, i);

      if (qpdf_oh_is_array (self->qpdf, entry))
        finish_parents (self, entry);
      qpdf_oh_release (self->qpdf, entry);
    }
  qpdf_oh_release (self->qpdf, numbers);
  qpdf_oh_release (self->qpdf, parent_tree);
}

static void
finish_structure (Finish  *self,
                  qpdf_oh  root)
{
  qpdf_oh tree = qpdf_oh_get_key (self->qpdf, root, "/StructTreeRoot");

  if (!qpdf_oh_is_dictionary (self->qpdf, tree))
    {
      self->failed = TRUE;
      return;
    }

  finish_kids (self, tree, 0);
  finish_parent_tree (self, tree);
  qpdf_oh_release (self->qpdf, tree);
  if (self->next_record != self->records->len)
    self->failed = TRUE;
}

static void
finish_page (Finish  *self,
             qpdf_oh  page)
{
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh stream, none;

  set_name (self, page, "/Tabs", "/S");

  if (qpdf_oh_get_page_content_data (self->qpdf, page, &data, &length) != QPDF_SUCCESS)
    {
      self->failed = TRUE;
      return;
    }

  {
    g_autoptr(GBytes) content = wb_pdf_content_mark_artifacts ((const char *) data, length);

    free (data);
    stream = qpdf_oh_new_stream (self->qpdf);
    none = qpdf_oh_new_null (self->qpdf);
    qpdf_oh_replace_stream_data (self->qpdf, stream, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                                 none, none);
    qpdf_oh_replace_key (self->qpdf, page, "/Contents", stream);
    qpdf_oh_release (self->qpdf, none);
    qpdf_oh_release (self->qpdf, stream);
  }
}

static void
finish_pages (Finish *self)
{
  const int n = qpdf_get_num_pages (self->qpdf);

  for (int i = 0; i < n && !self->failed; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->qpdf, i);

      finish_page (self, page);
      qpdf_oh_release (self->qpdf, page);
    }
}

/* TrueType fonts need to say that their glyphs are numbered as in the font. */
static void
finish_fonts (Finish *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf);
  qpdf_oh size = qpdf_oh_get_key (self->qpdf, trailer, "/Size");
  const int n = qpdf_oh_get_int_value_as_int (self->qpdf, size);

  for (int i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (self->qpdf, i, 0);

      if (has_key (self, object, "/Subtype") && is_name (self, object, "/Subtype", "/CIDFontType2") &&
          !has_key (self, object, "/CIDToGIDMap"))
        set_name (self, object, "/CIDToGIDMap", "/Identity");
      qpdf_oh_release (self->qpdf, object);
    }
  qpdf_oh_release (self->qpdf, size);
  qpdf_oh_release (self->qpdf, trailer);
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
                qpdf_oh     root,
                const char *title,
                const char *date)
{
  qpdf_oh preferences = qpdf_oh_new_dictionary (self->qpdf);
  qpdf_oh none = qpdf_oh_new_null (self->qpdf);
  qpdf_oh metadata = qpdf_oh_new_stream (self->qpdf);
  qpdf_oh dictionary = qpdf_oh_get_dict (self->qpdf, metadata);
  g_autofree char *xmp = create_xmp (title, date);

  qpdf_oh_replace_key (self->qpdf, root, "/Lang", qpdf_oh_new_string (self->qpdf, LANGUAGE));
  qpdf_oh_replace_key (self->qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (self->qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (self->qpdf, root, "/ViewerPreferences", preferences);

  qpdf_oh_replace_stream_data (self->qpdf, metadata, (const unsigned char *) xmp, strlen (xmp), none, none);
  set_name (self, dictionary, "/Type", "/Metadata");
  set_name (self, dictionary, "/Subtype", "/XML");
  qpdf_oh_replace_key (self->qpdf, root, "/Metadata", metadata);
}

/* Cairo writes dates without the "D:" they begin with. */
static void
finish_info (Finish     *self,
             const char *date)
{
  g_autoptr(GString) compact = g_string_new ("D:");
  qpdf_oh trailer = qpdf_get_trailer (self->qpdf);
  qpdf_oh info = qpdf_oh_get_key (self->qpdf, trailer, "/Info");

  for (const char *p = date; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == 'Z')
      g_string_append_c (compact, *p);

  if (qpdf_oh_is_dictionary (self->qpdf, info))
    {
      qpdf_oh_replace_key (self->qpdf, info, "/CreationDate", qpdf_oh_new_string (self->qpdf, compact->str));
      qpdf_oh_replace_key (self->qpdf, info, "/ModDate", qpdf_oh_new_string (self->qpdf, compact->str));
    }
  qpdf_oh_release (self->qpdf, info);
  qpdf_oh_release (self->qpdf, trailer);
}

static GBytes *
write_out (Finish *self)
{
  if ((qpdf_init_write_memory (self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;

  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (self->qpdf, qpdf_o_preserve);
  qpdf_set_compress_streams (self->qpdf, QPDF_TRUE);
  if ((qpdf_write (self->qpdf) & QPDF_ERRORS) != 0)
    return NULL;

  return g_bytes_new (qpdf_get_buffer (self->qpdf), qpdf_get_buffer_length (self->qpdf));
}

GBytes *
wb_pdf_finish (GBytes      *bytes,
               GPtrArray   *records,
               const char  *title,
               const char  *date,
               GError     **error)
{
  Finish self = { qpdf_init (), records };
  g_autoptr(GBytes) finished = NULL;
  qpdf_oh root;

  qpdf_silence_errors (self.qpdf);
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (self.qpdf, "document", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL) &
       QPDF_ERRORS) == 0)
    {
      root = qpdf_get_root (self.qpdf);
      finish_structure (&self, root);
      finish_pages (&self);
      finish_fonts (&self);
      finish_catalog (&self, root, title, date);
      finish_info (&self, date);
      if (!self.failed && !qpdf_has_error (self.qpdf))
        finished = write_out (&self);
    }
  qpdf_cleanup (&self.qpdf);

  if (finished == NULL)
    g_set_error_literal (error, WB_ERROR, WB_ERROR_FAILED,
                         _("The PDF could not be completed. No file was written."));

  return g_steal_pointer (&finished);
}
