/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-xml.h"

#include <libxml/xmlwriter.h>
#include <string.h>

#define VERSION "1.3"
#define URN "urn:oasis:names:tc:opendocument:xmlns:"

struct _WbOdfXml
{
  gboolean failed;
  gboolean is_part;

  /* Owned */
  xmlBuffer *buffer;
  xmlTextWriter *writer;
};

static const char *const namespaces[][2] = {
  { "xmlns:office", URN "office:1.0" },
  { "xmlns:style", URN "style:1.0" },
  { "xmlns:text", URN "text:1.0" },
  { "xmlns:table", URN "table:1.0" },
  { "xmlns:draw", URN "drawing:1.0" },
  { "xmlns:presentation", URN "presentation:1.0" },
  { "xmlns:number", URN "datastyle:1.0" },
  { "xmlns:fo", URN "xsl-fo-compatible:1.0" },
  { "xmlns:svg", URN "svg-compatible:1.0" },
  { "xmlns:meta", URN "meta:1.0" },
  { "xmlns:config", URN "config:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
};

static void
check (WbOdfXml *self,
       int       result)
{
  if (result < 0)
    self->failed = TRUE;
}

WbOdfXml *
wb_odf_xml_new (void)
{
  WbOdfXml *self = g_new0 (WbOdfXml, 1);

  self->buffer = xmlBufferCreate ();
  if (self->buffer != NULL)
    xmlBufferSetAllocationScheme (self->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  self->writer = self->buffer != NULL ? xmlNewTextWriterMemory (self->buffer, 0) : NULL;
  self->failed = self->writer == NULL;

  return self;
}

WbOdfXml *
wb_odf_xml_new_part (const char *root)
{
  WbOdfXml *self = wb_odf_xml_new ();

  self->is_part = TRUE;
  if (!self->failed)
    check (self, xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL));
  wb_odf_xml_begin (self, root);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    wb_odf_xml_attribute (self, namespaces[i][0], namespaces[i][1]);
  wb_odf_xml_attribute (self, "office:version", VERSION);

  return self;
}

void
wb_odf_xml_free (WbOdfXml *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self);
}

void
wb_odf_xml_begin (WbOdfXml   *self,
                  const char *name)
{
  if (!self->failed)
    check (self, xmlTextWriterStartElement (self->writer, BAD_CAST name));
}

void
wb_odf_xml_end (WbOdfXml *self)
{
  if (!self->failed)
    check (self, xmlTextWriterEndElement (self->writer));
}

static gboolean
is_allowed (gunichar ch)
{
  return (ch >= 0x20 && ch != 0x7f && (ch < 0xd800 || ch > 0xdfff) && ch != 0xfffe && ch != 0xffff) || ch == '\t' ||
         ch == '\n';
}

/* Only what may stand in XML. (transfer full) */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (is_allowed (ch))
        g_string_append_unichar (out, ch);
    }

  return g_string_free (out, FALSE);
}

void
wb_odf_xml_attribute (WbOdfXml   *self,
                      const char *name,
                      const char *value)
{
  g_autofree char *cleaned = value != NULL ? clean (value) : NULL;

  if (cleaned != NULL && !self->failed)
    check (self, xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST cleaned));
}

void
wb_odf_xml_printf (WbOdfXml   *self,
                   const char *name,
                   const char *format,
                   ...)
{
  g_autofree char *value = NULL;
  va_list args;

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);
  wb_odf_xml_attribute (self, name, value);
}

void
wb_odf_xml_length (WbOdfXml   *self,
                   const char *name,
                   double      points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  wb_odf_xml_printf (self, name, "%spt", g_ascii_formatd (number, sizeof number, "%.2f", points));
}

void
wb_odf_xml_attributes (WbOdfXml   *self,
                       const char *list)
{
  g_auto(GStrv) pairs = list != NULL ? g_strsplit (list, ";", -1) : NULL;

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      char *value = strchr (pairs[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      wb_odf_xml_attribute (self, pairs[i], value);
    }
}

void
wb_odf_xml_chars (WbOdfXml   *self,
                  const char *text)
{
  g_autofree char *cleaned = clean (text);

  if (!self->failed && *cleaned != '\0')
    check (self, xmlTextWriterWriteString (self->writer, BAD_CAST cleaned));
}

static void
write_spaces (WbOdfXml *self,
              gsize     n)
{
  wb_odf_xml_begin (self, "text:s");
  if (n > 1)
    wb_odf_xml_printf (self, "text:c", "%" G_GSIZE_FORMAT, n);
  wb_odf_xml_end (self);
}

void
wb_odf_xml_text (WbOdfXml   *self,
                 const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      const gsize spaces = strspn (p, " ");
      const gsize plain = strcspn (p, "\t\n ");

      if (spaces == 1)
        wb_odf_xml_chars (self, " ");
      else if (spaces > 1)
        {
          wb_odf_xml_chars (self, " ");
          write_spaces (self, spaces - 1);
        }
      else if (*p == '\t' || *p == '\n')
        {
          wb_odf_xml_begin (self, *p == '\t' ? "text:tab" : "text:line-break");
          wb_odf_xml_end (self);
          p++;
        }
      else
        {
          g_autofree char *word = g_strndup (p, plain);

          wb_odf_xml_chars (self, word);
          p += plain;
        }
      p += spaces;
    }
}

void
wb_odf_xml_element (WbOdfXml   *self,
                    const char *name,
                    const char *text)
{
  wb_odf_xml_begin (self, name);
  wb_odf_xml_chars (self, text);
  wb_odf_xml_end (self);
}

static void
flush (WbOdfXml *self)
{
  if (!self->failed)
    check (self, xmlTextWriterFlush (self->writer));
}

void
wb_odf_xml_insert (WbOdfXml *self,
                   WbOdfXml *piece)
{
  flush (piece);
  if (piece->failed)
    self->failed = TRUE;
  if (!self->failed)
    check (self, xmlTextWriterWriteRaw (self->writer, xmlBufferContent (piece->buffer)));
}

GBytes *
wb_odf_xml_finish (WbOdfXml *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->failed && self->is_part)
    check (self, xmlTextWriterEndDocument (self->writer));
  flush (self);
  if (self->failed)
    return NULL;

  return g_bytes_new (xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));
}
