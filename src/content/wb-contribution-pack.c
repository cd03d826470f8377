/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contribution-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-content-overlay.h"
#include "wb-error.h"
#include "wb-fold.h"
#include "wb-json.h"

#define LICENCE "CC-BY-4.0"
#define MAX_ID 80
#define MAX_KEYWORDS 40
#define MONTHS_TO_REVIEW 12

/* Today, or the day of SOURCE_DATE_EPOCH. */
static GDateTime *
get_now (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  GDateTime *now = NULL;

  if (epoch != NULL && *epoch != '\0')
    now = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));

  return now != NULL ? now : g_date_time_new_now_local ();
}

/* The text of the first item of @type. */
static const char *
get_text (WbContribution     *self,
          WbContributionType  type)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const WbContributionItem *item = g_ptr_array_index (self->items, i);

      if (item->type == type)
        return item->text;
    }

  return "";
}

/* Text as Markdown that says just that: nothing is a mark. (transfer full) */
static char *
escape (const char *text)
{
  g_autofree char *line = wb_contribution_make_line (text);
  g_autoptr (GRegex) number = g_regex_new ("^(\\d+)([.)])", 0, 0, NULL);
  g_autofree char *started = g_regex_replace (number, line, -1, 0, "\\1\\\\\\2", 0, NULL);
  GString *escaped = g_string_new (NULL);

  for (const char *p = started; *p != '\0'; p++)
    {
      if (strchr ("`*_{}[]<>#|~&!", *p) != NULL || (p == started && strchr ("-+=", *p) != NULL))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }

  return g_string_free (escaped, FALSE);
}

/* The sections with what goes out, and the templates that were used. (transfer full) */
static char *
make_body (WbContribution *self)
{
  GString *body = g_string_new (NULL);
  const char *section = NULL;
  WbContributionType last = WB_CONTRIBUTION_PARAGRAPH;

  for (guint i = 0; i < self->items->len; i++)
    {
      const WbContributionItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *text = NULL;

      if (!item->out || item->type < WB_CONTRIBUTION_PARAGRAPH)
        continue;
      text = escape (item->text);
      if (*text == '\0')
        continue;
      if (section == NULL || !g_str_equal (section, item->label))
        {
          g_autofree char *heading = escape (item->label);

          g_string_append_printf (body, "%s## %s\n\n", section != NULL ? "\n" : "", heading);
        }
      else if (item->type == WB_CONTRIBUTION_PARAGRAPH || last == WB_CONTRIBUTION_PARAGRAPH)
        g_string_append_c (body, '\n');
      g_string_append_printf (body, "%s%s\n", item->type == WB_CONTRIBUTION_BULLET ? "- " : "", text);
      section = item->label;
      last = item->type;
    }

  if (self->uses->len > 0)
    g_string_append_printf (body, "%s## %s\n\n", section != NULL ? "\n" : "", _("Templates that were used"));
  for (guint i = 0; i < self->uses->len; i++)
    {
      const char *id = g_ptr_array_index (self->uses, i);
      g_autofree char *title = NULL;
      g_autofree char *label = NULL;

      wb_library_lookup (self->library, id, &title, NULL);
      label = escape (title != NULL ? title : id);
      g_string_append_printf (body, "- [%s](wb:%s)\n", label, id);
    }

  return g_string_free (body, FALSE);
}

/* "beitrag-hagenow-sozialraeume". (transfer full) */
static char *
make_id (WbContribution *self)
{
  g_autofree char *words = g_strconcat ("beitrag ", get_text (self, WB_CONTRIBUTION_PUBLISHER), " ",
                                        get_text (self, WB_CONTRIBUTION_TITLE), NULL);
  char *id = wb_fold_spelled (words);
  gsize length = 0;

  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == ' ')
      id[length++] = *p == ' ' ? '-' : *p;
  id[MIN (length, MAX_ID)] = '\0';
  while (g_str_has_suffix (id, "-"))
    id[strlen (id) - 1] = '\0';

  return id;
}

static void
add_text (JsonBuilder *builder,
          const char  *key,
          const char  *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

static void
add_keywords (JsonBuilder *builder,
              const char  *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ",;\n", -1);
  guint n = 0;

  json_builder_set_member_name (builder, "keywords");
  json_builder_begin_array (builder);
  for (guint i = 0; words[i] != NULL && n < MAX_KEYWORDS; i++)
    {
      g_autofree char *word = wb_contribution_make_line (words[i]);

      if (*word == '\0')
        continue;
      json_builder_add_string_value (builder, word);
      n++;
    }
  json_builder_end_array (builder);
}

/* The value of @facet that is called @label; NULL when there is none. */
static const char *
find_value (WbContribution *self,
            const char     *facet,
            const char     *label)
{
  const WbFacet *known = wb_vocabulary_get_facet (wb_library_get_vocabulary (self->library), facet);
  g_autofree char *wanted = wb_fold_spelled (label);

  for (guint i = 0; known != NULL && i < known->values->len; i++)
    {
      const WbTerm *value = g_ptr_array_index (known->values, i);
      g_autofree char *name = wb_fold_spelled (value->label);

      if (g_str_equal (name, wanted) || g_str_equal (value->id, label))
        return value->id;
    }

  return NULL;
}

static gboolean
set_unknown_value (WbContribution            *self,
                   const WbContributionItem  *item,
                   const char                *label,
                   GError                   **error)
{
  const WbFacet *known = wb_vocabulary_get_facet (wb_library_get_vocabulary (self->library), item->key);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; known != NULL && i < known->values->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", ((const WbTerm *) g_ptr_array_index (known->values, i))->label);
  if (*label == '\0')
    g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is empty. Please choose from: %s."), item->label, list->str);
  else
    g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” under “%s” is unknown. Please choose from: %s."), label, item->label,
                 list->str);

  return FALSE;
}

static gboolean
add_facet (WbContribution            *self,
           JsonBuilder               *builder,
           const WbContributionItem  *item,
           GError                   **error)
{
  g_auto (GStrv) labels = g_strsplit_set (item->text, ";\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, item->key);
  json_builder_begin_array (builder);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      const char *label = g_strstrip (labels[i]);
      const char *value = *label != '\0' ? find_value (self, item->key, label) : NULL;

      if (*label != '\0' && value == NULL)
        return set_unknown_value (self, item, label, error);
      if (value != NULL && g_hash_table_add (seen, (gpointer) value))
        json_builder_add_string_value (builder, value);
    }
  json_builder_end_array (builder);

  return g_hash_table_size (seen) > 0 || set_unknown_value (self, item, "", error);
}

static gboolean
add_facets (WbContribution  *self,
            JsonBuilder     *builder,
            GError         **error)
{
  WbVocabulary *vocabulary = wb_library_get_vocabulary (self->library);
  const char *state = self->town != NULL ? wb_municipality_get_state_code (self->town) : NULL;
  const WbFacet *evidence = wb_vocabulary_get_facet (vocabulary, "evidence");

  json_builder_set_member_name (builder, "facets");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->items->len; i++)
    {
      const WbContributionItem *item = g_ptr_array_index (self->items, i);

      if (item->type == WB_CONTRIBUTION_FACET && !add_facet (self, builder, item, error))
        return FALSE;
    }
  if (state != NULL && wb_vocabulary_has_value (vocabulary, "state", state))
    {
      json_builder_set_member_name (builder, "state");
      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, state);
      json_builder_end_array (builder);
    }
  /* What a town says of itself nobody else has looked at: the last and weakest grade. */
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  if (evidence != NULL && evidence->values->len > 0)
    json_builder_add_string_value (builder, ((const WbTerm *) g_ptr_array_index (evidence->values, evidence->values->len - 1))->id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return TRUE;
}

static void
add_fact (JsonBuilder *builder,
          const char  *label,
          const char  *value)
{
  json_builder_begin_object (builder);
  add_text (builder, "label", label);
  add_text (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_link (WbContribution *self,
          JsonBuilder    *builder,
          const char     *rel,
          const char     *to)
{
  if (to == NULL || !wb_library_lookup (self->library, to, NULL, NULL))
    return;
  json_builder_begin_object (builder);
  add_text (builder, "rel", rel);
  add_text (builder, "to", to);
  json_builder_end_object (builder);
}

static void
add_links (WbContribution *self,
           JsonBuilder    *builder)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  add_link (self, builder, "guide", self->guide_id);
  add_link (self, builder, "see-also", self->use_case);
  for (guint i = 0; i < self->uses->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (self->uses, i)))
      add_link (self, builder, "uses", g_ptr_array_index (self->uses, i));
  json_builder_end_array (builder);
}

static void
add_source (WbContribution *self,
            JsonBuilder    *builder,
            const char     *day)
{
  g_autofree char *publisher = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_PUBLISHER));
  g_autofree char *date = wb_answer_date_to_display (day);
  g_autofree char *reference = g_strdup_printf (_("Documentation of the project, as of %s"), date);
  const WbFacet *evidence = wb_vocabulary_get_facet (wb_library_get_vocabulary (self->library), "evidence");

  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "title", _("The municipality's own account"));
  add_text (builder, "publisher", publisher);
  add_text (builder, "reference", reference);
  add_text (builder, "date", day);
  if (evidence != NULL && evidence->values->len > 0)
    add_text (builder, "grade", ((const WbTerm *) g_ptr_array_index (evidence->values, evidence->values->len - 1))->id);
  add_text (builder, "note", _("Told by the municipality itself; nobody else has checked it"));
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_facts (WbContribution *self,
           JsonBuilder    *builder)
{
  g_autofree char *publisher = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_PUBLISHER));

  json_builder_set_member_name (builder, "facts");
  json_builder_begin_array (builder);
  add_fact (builder, _("Carried out by"), publisher);
  add_fact (builder, _("Account"), _("The municipality's own"));
  json_builder_end_array (builder);
}

/* The JSON half of the entry. (transfer full) */
static char *
make_json (WbContribution  *self,
           const char      *id,
           const char      *day,
           const char      *review_by,
           GError         **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *title = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_TITLE));
  g_autofree char *summary = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_SUMMARY));
  g_autofree char *lines = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  add_text (builder, "id", id);
  add_text (builder, "kind", "use-case");
  add_text (builder, "title", title);
  add_text (builder, "summary", summary);
  add_keywords (builder, get_text (self, WB_CONTRIBUTION_KEYWORDS));
  add_text (builder, "as_of", day);
  add_text (builder, "review_by", review_by);
  add_text (builder, "licence", LICENCE);
  if (!add_facets (self, builder, error))
    return NULL;
  add_facts (self, builder);
  add_links (self, builder);
  add_source (self, builder, day);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  lines = wb_json_to_lines (root);

  return g_strconcat (lines, "\n", NULL);
}

static gboolean
check_items (WbContribution  *self,
             GError         **error)
{
  const guint n = wb_contribution_count_personal (self);

  if (n > 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                   g_dngettext (GETTEXT_PACKAGE, "%u place would still say who somebody is. Nothing was written.",
                                "%u places would still say who somebody is. Nothing was written.", n), n);
      return FALSE;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const WbContributionItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *text = wb_contribution_make_line (item->text);

      if (*text == '\0' && wb_contribution_is_required (self, i) && item->type != WB_CONTRIBUTION_FACET)
        {
          g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is empty, but an entry needs it. Nothing was written."), item->label);
          return FALSE;
        }
    }

  return TRUE;
}

WbPack *
wb_contribution_build (WbContribution  *self,
                       GError         **error)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GDateTime) later = g_date_time_add_months (now, MONTHS_TO_REVIEW);
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *review_by = g_date_time_format (later, "%Y-%m-%d");
  g_autofree char *id = NULL;
  g_autofree char *json = NULL;
  g_autofree char *body = NULL;
  g_autofree char *title = NULL;
  g_autofree char *publisher = NULL;
  g_autoptr (WbPack) pack = NULL;
  g_autoptr (WbContentOverlay) overlay = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_items (self, error))
    return NULL;
  id = make_id (self);
  json = make_json (self, id, day, review_by, error);
  if (json == NULL)
    return NULL;
  body = make_body (self);
  title = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_TITLE));
  publisher = wb_contribution_make_line (get_text (self, WB_CONTRIBUTION_PUBLISHER));
  pack = wb_pack_new (id, title, publisher, day, 1);
  wb_pack_add_entry (pack, WB_KIND_USE_CASE, id, json, body);
  overlay = wb_content_overlay_new (self->library);
  wb_content_overlay_add (overlay, pack);

  return wb_content_overlay_verify (overlay, error) ? g_steal_pointer (&pack) : NULL;
}
