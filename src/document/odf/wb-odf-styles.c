/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-styles.h"

#include <string.h>

struct _WbOdfStyles
{
  /* Owned */
  char *prefix;
  GHashTable *names; /* look → name */
  WbOdfXml *xml;
};

/* Which element holds the properties of a family. */
static const char *const elements[][2] = {
  { "paragraph", "style:paragraph-properties" },
  { "text", "style:text-properties" },
  { "section", "style:section-properties" },
  { "table", "style:table-properties" },
  { "table-column", "style:table-column-properties" },
  { "table-row", "style:table-row-properties" },
  { "table-cell", "style:table-cell-properties" },
  { "graphic", "style:graphic-properties" },
  { "presentation", "style:graphic-properties" },
  { "drawing-page", "style:drawing-page-properties" },
};

WbOdfStyles *
wb_odf_styles_new (const char *prefix)
{
  WbOdfStyles *self = g_new0 (WbOdfStyles, 1);

  self->prefix = g_strdup (prefix);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->xml = wb_odf_xml_new ();

  return self;
}

void
wb_odf_styles_free (WbOdfStyles *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->prefix);
  g_hash_table_unref (self->names);
  wb_odf_xml_free (self->xml);
  g_free (self);
}

static void
write_properties (WbOdfXml   *xml,
                  const char *element,
                  const char *properties)
{
  if (properties == NULL)
    return;

  wb_odf_xml_begin (xml, element);
  if (g_str_has_prefix (properties, WB_ODF_RIGHT_TAB))
    {
      const char *rest = strchr (properties, ';');
      g_autofree char *place = g_strndup (properties + strlen (WB_ODF_RIGHT_TAB),
                                          rest - properties - strlen (WB_ODF_RIGHT_TAB));

      wb_odf_xml_attributes (xml, rest + 1);
      wb_odf_xml_begin (xml, "style:tab-stops");
      wb_odf_xml_begin (xml, "style:tab-stop");
      wb_odf_xml_attribute (xml, "style:position", place);
      wb_odf_xml_attribute (xml, "style:type", "right");
      wb_odf_xml_end (xml);
      wb_odf_xml_end (xml);
    }
  else
    wb_odf_xml_attributes (xml, properties);
  wb_odf_xml_end (xml);
}

void
wb_odf_style_write (const WbOdfStyle *style,
                    WbOdfXml         *xml)
{
  wb_odf_xml_begin (xml, "style:style");
  wb_odf_xml_attribute (xml, "style:name", style->name);
  if (strstr (style->name, "_20_") != NULL)
    {
      g_autoptr(GString) display = g_string_new (style->name);

      g_string_replace (display, "_20_", " ", 0);
      wb_odf_xml_attribute (xml, "style:display-name", display->str);
    }
  wb_odf_xml_attribute (xml, "style:family", style->family);
  wb_odf_xml_attribute (xml, "style:parent-style-name", style->parent);
  wb_odf_xml_attributes (xml, style->attributes);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (style->family, elements[i][0]) == 0)
      write_properties (xml, elements[i][1], style->properties);
  write_properties (xml, "style:paragraph-properties", style->paragraph);
  write_properties (xml, "style:text-properties", style->text);
  wb_odf_xml_end (xml);
}

static const char *
look_up (WbOdfStyles *self,
         const char  *key,
         gboolean    *is_new)
{
  char *name = g_hash_table_lookup (self->names, key);

  *is_new = name == NULL;
  if (name == NULL)
    {
      name = g_strdup_printf ("%s%u", self->prefix, g_hash_table_size (self->names) + 1);
      g_hash_table_insert (self->names, g_strdup (key), name);
    }

  return name;
}

#define OR_NONE(text) ((text) != NULL ? (text) : "")

const char *
wb_odf_styles_get (WbOdfStyles      *self,
                   const WbOdfStyle *style)
{
  g_autofree char *key = g_strjoin ("|", style->family, OR_NONE (style->parent), OR_NONE (style->attributes),
                                    OR_NONE (style->properties), OR_NONE (style->paragraph), OR_NONE (style->text),
                                    NULL);
  WbOdfStyle named = *style;
  gboolean is_new;

  named.name = look_up (self, key, &is_new);
  if (is_new)
    wb_odf_style_write (&named, self->xml);

  return named.name;
}

static void
write_date_part (WbOdfXml   *xml,
                 const char *element,
                 const char *behind)
{
  wb_odf_xml_begin (xml, element);
  wb_odf_xml_attribute (xml, "number:style", "long");
  wb_odf_xml_end (xml);
  if (behind != NULL)
    wb_odf_xml_element (xml, "number:text", behind);
}

static void
write_number (WbOdfXml *xml,
              guint     decimals,
              gboolean  grouping)
{
  wb_odf_xml_begin (xml, "number:number");
  wb_odf_xml_printf (xml, "number:decimal-places", "%u", decimals);
  wb_odf_xml_printf (xml, "number:min-decimal-places", "%u", decimals);
  wb_odf_xml_attribute (xml, "number:min-integer-digits", "1");
  if (grouping)
    wb_odf_xml_attribute (xml, "number:grouping", "true");
  wb_odf_xml_end (xml);
}

const char *
wb_odf_styles_get_data (WbOdfStyles *self,
                        const char  *type,
                        guint        decimals,
                        gboolean     grouping)
{
  g_autofree char *key = g_strdup_printf ("data|%s|%u|%d", type, decimals, grouping);
  g_autofree char *element = g_strdup_printf ("number:%s-style", type);
  gboolean is_new;
  const char *name = look_up (self, key, &is_new);

  if (!is_new)
    return name;

  wb_odf_xml_begin (self->xml, element);
  wb_odf_xml_attribute (self->xml, "style:name", name);
  wb_odf_xml_attribute (self->xml, "number:language", "de");
  wb_odf_xml_attribute (self->xml, "number:country", "DE");
  if (strcmp (type, "date") == 0)
    {
      write_date_part (self->xml, "number:day", ".");
      write_date_part (self->xml, "number:month", ".");
      write_date_part (self->xml, "number:year", NULL);
    }
  else
    write_number (self->xml, decimals, grouping);
  if (strcmp (type, "percentage") == 0)
    wb_odf_xml_element (self->xml, "number:text", " %");
  if (strcmp (type, "currency") == 0)
    {
      wb_odf_xml_element (self->xml, "number:text", " ");
      wb_odf_xml_element (self->xml, "number:currency-symbol", "€");
    }
  wb_odf_xml_end (self->xml);

  return name;
}

WbOdfXml *
wb_odf_styles_get_xml (WbOdfStyles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xml;
}
