/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-builder-private.h"

#include "wb-answer-check.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Stadt Hagenow", "Gemeinde Hoort", "Landkreis Kassel"; the register gives kind and name apart. */
static char *
format_town (WbMunicipality *town)
{
  static const struct { const char *kind; const char *prefix; } prefixes[] = {
    { "Kreisangehörige Gemeinde", "Gemeinde" },
    { "Kreisfreie Stadt", "Stadt" },
    { "Große Kreisstadt", "Stadt" },
    { "Stadtkreis", "Stadt" },
  };
  const char *name = wb_municipality_get_short_name (town);
  const char *kind = wb_municipality_get_kind (town);
  g_autofree char *folded_name = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strcmp (kind, prefixes[i].kind) == 0)
      kind = prefixes[i].prefix;

  if (*kind == '\0' || strstr (folded_name, "kreis") != NULL || strstr (folded_name, "region") != NULL ||
      g_str_has_prefix (name, kind))
    return g_strdup (name);

  return g_strdup_printf ("%s %s", kind, name);
}

/* The register names a county without its kind. */
static char *
format_district (WbMunicipality *town)
{
  const char *district = wb_municipality_get_district (town);
  const char *state = wb_municipality_get_state_code (town);
  g_autofree char *folded = g_utf8_strdown (district, -1);

  if (*district == '\0' || strcmp (district, wb_municipality_get_name (town)) == 0)
    return NULL;
  if (strstr (folded, "kreis") != NULL || strstr (folded, "region") != NULL || strstr (folded, "verband") != NULL)
    return g_strdup (district);
  if (g_strcmp0 (state, "SH") == 0 || g_strcmp0 (state, "NW") == 0)
    return g_strdup_printf ("Kreis %s", district);

  return g_strdup_printf ("Landkreis %s", district);
}

static char *
format_region (WbMunicipality *town)
{
  g_autofree char *district = format_district (town);

  if (district == NULL)
    return g_strdup (wb_municipality_get_state (town));

  return g_strdup_printf ("%s · %s", district, wb_municipality_get_state (town));
}

void
wb_document_builder_set_head (WbDocument              *document,
                              const char              *kind,
                              const WbTemplateContext *context)
{
  g_autofree char *town = NULL;
  g_autofree char *region = NULL;
  g_autofree char *project = NULL;

  if (context != NULL && context->town != NULL)
    {
      const gboolean is_deck = wb_document_get_format (document) == WB_DOCUMENT_DECK;

      town = is_deck ? g_strdup (wb_municipality_get_short_name (context->town)) : format_town (context->town);
      region = format_region (context->town);
    }
  if (context != NULL && context->project != NULL && *context->project != '\0')
    project = g_strdup (context->project);

  wb_document_set_head (document, town, region, kind, project);
}

static void
append_part (GString    *foot,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (foot->len > 0)
    g_string_append (foot, " · ");
  g_string_append (foot, part);
}

/* "CC-BY-4.0" → "CC BY 4.0": the way people write it. */
static char *
format_licence (const char *spdx)
{
  char *text = g_strdup (spdx);

  return g_str_has_prefix (text, "CC-") ? g_strdelimit (text, "-", ' ') : text;
}

static gboolean
item_is_about_law (WbItem *item)
{
  return wb_item_get_kind (item) == WB_KIND_LAW || wb_item_get_link (item, "law") != NULL ||
         wb_item_has_facet (item, "effect", "handlungssicherheit");
}

/* In a project the day is not the document's, and the licence not that of the answers. */
static void
append_template_part (GString *foot,
                      WbItem  *item)
{
  g_autofree char *date = wb_answer_date_to_display (wb_item_get_as_of (item));
  g_autofree char *licence = format_licence (wb_item_get_licence (item));
  /* Translators: the day for which a template holds, and its licence: "Template as of 22.11.2026, CC BY 4.0". */
  g_autofree char *part = g_strdup_printf (_("Template as of %s, %s"), date, licence);

  append_part (foot, part);
}

static void
append_item_parts (GString *foot,
                   WbItem  *item,
                   gboolean is_filled)
{
  if (wb_item_get_pack_title (item) != NULL)
    {
      /* Translators: the content pack an entry came with. */
      g_autofree char *pack = g_strdup_printf (_("Source: pack “%s”"), wb_item_get_pack_title (item));

      append_part (foot, pack);
    }
  if (is_filled && wb_item_get_as_of (item) != NULL && wb_item_get_licence (item) != NULL)
    {
      append_template_part (foot, item);
      return;
    }
  if (wb_item_get_as_of (item) != NULL)
    {
      g_autofree char *date = wb_answer_date_to_display (wb_item_get_as_of (item));
      /* Translators: the day for which a statement holds. */
      g_autofree char *as_of = g_strdup_printf (_("As of %s"), date);

      append_part (foot, as_of);
    }
  if (wb_item_get_licence (item) != NULL)
    {
      g_autofree char *licence = format_licence (wb_item_get_licence (item));
      /* Translators: the licence of the text, "Content CC BY 4.0". */
      g_autofree char *content = g_strdup_printf (_("Content %s"), licence);

      append_part (foot, content);
    }
}

void
wb_document_builder_set_foot (WbDocument              *document,
                              WbItem                  *item,
                              const WbTemplateContext *context)
{
  g_autoptr(GString) foot = g_string_new (NULL);
  g_autofree char *made = NULL;

  if (item != NULL)
    append_item_parts (foot, item, context != NULL && context->answers != NULL);

  if (context != NULL && context->date != NULL && *context->date != '\0')
    made = g_strdup_printf (_("Made with Wegbereiter on %s"), context->date);
  append_part (foot, made != NULL ? made : _("Made with Wegbereiter"));

  if (item != NULL && item_is_about_law (item))
    append_part (foot, _("No legal advice."));

  wb_document_set_foot (document, foot->str);
}
