/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contribution-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-document-fields.h"
#include "wb-document-fill.h"
#include "wb-error.h"
#include "wb-markdown.h"
#include "wb-payload-reader.h"
#include "wb-template.h"

/* Longest title and summary of an entry, in characters (data/content/README.md). */
#define MAX_TITLE 120
#define MAX_SUMMARY 300
/* So many values of a facet are proposed. */
#define MAX_VALUES 2
/* In the roles of a template: whoever is of no field that it names. */
#define OTHERS "andere"

static const char *const facets[] = { "domain", "effect", "size", "effort", "barrier", "data", "legal" };

/* The template, and what became of it. */
typedef struct
{
  WbBlock *template;
  WbBlock *body;
  GHashTable *origins; /* block of the body → block of the template */
} Filled;

static void
filled_clear (Filled *filled)
{
  g_clear_pointer (&filled->template, wb_block_unref);
  g_clear_pointer (&filled->body, wb_block_unref);
  g_clear_pointer (&filled->origins, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filled, filled_clear)

static void
item_free (gpointer data)
{
  WbContributionItem *item = data;

  g_free (item->label);
  g_free (item->key);
  g_free (item->original);
  g_free (item->text);
  g_free (item);
}

void
wb_contribution_free (WbContribution *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->personal, wb_privacy_free);
  g_clear_object (&self->library);
  g_clear_object (&self->town);
  g_clear_object (&self->guide);
  g_ptr_array_unref (self->uses);
  g_free (self->guide_id);
  g_free (self->use_case);
  g_free (self);
}

/* Cut between words. (transfer full) */
static char *
shorten (const char *text,
         glong       max)
{
  g_autofree char *start = NULL;
  char *blank;

  if (g_utf8_strlen (text, -1) <= max)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, max - 1);
  blank = strrchr (start, ' ');
  if (blank != NULL)
    *blank = '\0';

  return g_strconcat (start, "…", NULL);
}

static WbContributionItem *
add_item (WbContribution     *self,
          WbContributionType  type,
          const char         *label,
          const char         *key,
          const char         *original)
{
  WbContributionItem *item = g_new0 (WbContributionItem, 1);

  item->type = type;
  item->out = TRUE;
  item->label = g_strdup (label);
  item->key = g_strdup (key);
  item->original = wb_contribution_make_line (original);
  item->text = type == WB_CONTRIBUTION_FACET ? g_strdup (item->original) : wb_privacy_replace (self->personal, item->original);
  g_ptr_array_add (self->items, item);

  return item;
}

/* Whether an answer is still open somewhere below @block. */
static gboolean
has_blank (const WbBlock *block)
{
  for (guint i = 0; block->inlines != NULL && i < block->inlines->len; i++)
    if (((const WbInline *) g_ptr_array_index (block->inlines, i))->flags & (WB_INLINE_BLANK | WB_INLINE_OPEN))
      return TRUE;
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    if (has_blank (g_ptr_array_index (block->children, i)))
      return TRUE;

  return block->type == WB_BLOCK_LINES;
}

static void
add_text (WbContribution     *self,
          WbContributionType  type,
          const char         *section,
          const WbBlock      *block)
{
  g_autofree char *text = wb_block_to_text (block);

  g_strstrip (text);
  g_strdelimit (text, "\n", ' ');
  if (*text != '\0')
    add_item (self, type, section, NULL, text);
}

/* "Datensatz: Kitaplätze; System: Excel". Empty cells are not named. */
static void
add_row (WbContribution *self,
         const char     *section,
         const WbBlock  *head,
         const WbBlock  *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->children->len; i++)
    {
      g_autofree char *cell = wb_block_to_text (g_ptr_array_index (row->children, i));
      g_autofree char *label = head != NULL && i < head->children->len ? wb_block_to_text (g_ptr_array_index (head->children, i)) : NULL;

      g_strdelimit (g_strstrip (cell), "\n", ' ');
      if (*cell == '\0')
        continue;
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "; " : "", label != NULL ? label : "", label != NULL ? ": " : "", cell);
    }
  if (text->len > 0)
    add_item (self, WB_CONTRIBUTION_BULLET, section, NULL, text->str);
}

static void
add_block (WbContribution *self,
           const char     *section,
           const WbBlock  *block)
{
  const WbBlock *head;

  switch (block->type)
    {
    case WB_BLOCK_PARAGRAPH:
      if (!has_blank (block))
        add_text (self, WB_CONTRIBUTION_PARAGRAPH, section, block);
      break;

    case WB_BLOCK_LIST:
      for (guint i = 0; i < block->children->len; i++)
        if (!has_blank (g_ptr_array_index (block->children, i)))
          add_text (self, WB_CONTRIBUTION_BULLET, section, g_ptr_array_index (block->children, i));
      break;

    case WB_BLOCK_TABLE:
    case WB_BLOCK_SHEET:
      head = block->type == WB_BLOCK_TABLE && block->header_rows > 0 && block->children->len > 0
               ? g_ptr_array_index (block->children, 0)
               : NULL;
      for (guint i = block->type == WB_BLOCK_TABLE ? block->header_rows : 0; i < block->children->len; i++)
        if (!has_blank (g_ptr_array_index (block->children, i)))
          add_row (self, section, head, g_ptr_array_index (block->children, i));
      break;

    default:
      /* Hints for whoever fills it in, figures, lines. */
      break;
    }
}

/* Whether add_block() makes nothing of @block. */
static gboolean
is_dropped (const WbBlock *block)
{
  switch (block->type)
    {
    case WB_BLOCK_PARAGRAPH:
      return has_blank (block);

    case WB_BLOCK_LIST:
    case WB_BLOCK_TABLE:
    case WB_BLOCK_SHEET:
      for (guint i = block->type == WB_BLOCK_TABLE ? block->header_rows : 0; i < block->children->len; i++)
        {
          const WbBlock *child = g_ptr_array_index (block->children, i);
          g_autofree char *text = wb_block_to_text (child);

          if (!has_blank (child) && *g_strstrip (text) != '\0')
            return FALSE;
        }
      return TRUE;

    default:
      return TRUE;
    }
}

/* Whether nothing became of what stands behind @block in the template. @next: what stands behind it in the filled one (nullable). */
static gboolean
is_followed_by_nothing (const Filled  *filled,
                        const WbBlock *block,
                        const WbBlock *next)
{
  const GPtrArray *children = filled->template->children;
  const WbBlock *origin = g_hash_table_lookup (filled->origins, block);
  guint i;

  if (next == NULL || next->type == WB_BLOCK_HEADING)
    return TRUE;

  return origin != NULL && g_ptr_array_find ((GPtrArray *) children, origin, &i) && i + 1 < children->len
         && g_hash_table_lookup (filled->origins, next) != g_ptr_array_index (children, i + 1);
}

/* Whether the block at @i only says what the next one shows, and that does not go out. */
static gboolean
is_idle_lead (const Filled *filled,
              guint         i)
{
  const GPtrArray *children = filled->body->children;
  const WbBlock *block = g_ptr_array_index (children, i);
  const WbBlock *next = i + 1 < children->len ? g_ptr_array_index (children, i + 1) : NULL;
  g_autofree char *text = block->type == WB_BLOCK_PARAGRAPH ? wb_block_to_text (block) : NULL;

  return text != NULL && g_str_has_suffix (g_strchomp (text), ":") && (is_followed_by_nothing (filled, block, next) || is_dropped (next));
}

/* What @heading is called where nobody is to be known by it. (transfer full) */
static char *
make_section (WbContribution *self,
              const WbBlock  *heading)
{
  g_autofree char *text = wb_block_to_text (heading);
  g_autofree char *line = wb_contribution_make_line (text);

  return wb_privacy_replace (self->personal, line);
}

/* The first section is the summary; what else stands there stays below it. */
static void
add_sections (WbContribution *self,
              const Filled   *filled)
{
  const WbBlock *body = filled->body;
  g_autofree char *section = NULL;
  gboolean first = TRUE;

  for (guint i = 0; i < body->children->len; i++)
    {
      const WbBlock *block = g_ptr_array_index (body->children, i);

      if (block->type != WB_BLOCK_HEADING)
        {
          if (!first && !is_idle_lead (filled, i))
            add_block (self, section, block);
          continue;
        }
      if (section != NULL)
        first = FALSE;
      g_free (section);
      section = make_section (self, block);
    }
}

/* The first paragraph of the first section without an open answer. (transfer full) */
static char *
find_summary (const WbBlock *body)
{
  guint n_headings = 0;

  for (guint i = 0; i < body->children->len && n_headings < 2; i++)
    {
      const WbBlock *block = g_ptr_array_index (body->children, i);

      n_headings += block->type == WB_BLOCK_HEADING;
      if (block->type == WB_BLOCK_PARAGRAPH && !has_blank (block) && n_headings < 2)
        {
          g_autofree char *text = wb_block_to_text (block);

          return shorten (g_strstrip (text), MAX_SUMMARY);
        }
    }

  return g_strdup ("");
}

static void
append_label (WbContribution *self,
              GString        *labels,
              const char     *facet,
              const char     *value)
{
  g_string_append_printf (labels, "%s%s", labels->len > 0 ? "; " : "",
                          wb_vocabulary_get_value_label (wb_library_get_vocabulary (self->library), facet, value));
}

static gboolean
append_labels_of (WbContribution *self,
                  GString        *labels,
                  const char     *id,
                  const char     *facet)
{
  g_autoptr (WbItem) item = id != NULL ? wb_library_get_item (self->library, id, NULL) : NULL;
  GPtrArray *values = item != NULL ? wb_item_get_facets (item) : NULL;

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->facet, facet))
        append_label (self, labels, facet, value->value);
    }

  return labels->len > 0;
}

/* Counts the values of @facet of the use cases that lead to the guide. */
static GHashTable *
count_values (WbContribution *self,
              const char     *facet)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GListModel) hits = wb_library_list_backlinks (self->library, self->guide_id, "guide", NULL);

  for (guint i = 0; hits != NULL && i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);
      g_autoptr (WbItem) item = wb_library_get_item (self->library, wb_hit_get_id (hit), NULL);
      GPtrArray *values = item != NULL && wb_item_get_kind (item) == WB_KIND_USE_CASE ? wb_item_get_facets (item) : NULL;

      for (guint j = 0; values != NULL && j < values->len; j++)
        {
          const WbFacetValue *value = g_ptr_array_index (values, j);

          if (g_str_equal (value->facet, facet))
            g_hash_table_replace (counts, g_strdup (value->value),
                                  GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, value->value)) + 1));
        }
    }

  return counts;
}

/* What similar use cases have most often, in the order of the vocabulary. */
static void
append_usual (WbContribution *self,
              GString        *labels,
              const char     *facet)
{
  g_autoptr (GHashTable) counts = count_values (self, facet);
  const WbFacet *known = wb_vocabulary_get_facet (wb_library_get_vocabulary (self->library), facet);

  for (guint n = 0; known != NULL && n < MAX_VALUES; n++)
    {
      const char *best = NULL;
      int most = 0;

      for (guint i = 0; i < known->values->len; i++)
        {
          const WbTerm *value = g_ptr_array_index (known->values, i);
          int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, value->id));

          if (count > most)
            {
              most = count;
              best = value->id;
            }
        }
      if (best == NULL)
        break;
      append_label (self, labels, facet, best);
      g_hash_table_remove (counts, best);
    }
}

static void
add_facet (WbContribution *self,
           const char     *facet)
{
  const WbFacet *known = wb_vocabulary_get_facet (wb_library_get_vocabulary (self->library), facet);
  g_autoptr (GString) labels = g_string_new (NULL);

  if (known == NULL)
    return;
  /* How large a town is and what it cost it nobody can know from others. */
  if (g_str_equal (facet, "size"))
    {
      if (self->town != NULL)
        append_label (self, labels, facet, wb_size_class_to_string (wb_municipality_get_size_class (self->town)));
    }
  else if (g_str_equal (facet, "effort"))
    append_labels_of (self, labels, self->use_case, facet);
  else if (!append_labels_of (self, labels, self->use_case, facet)
           && (!g_str_equal (facet, "effect") || !append_labels_of (self, labels, self->guide_id, facet)))
    append_usual (self, labels, facet);
  add_item (self, WB_CONTRIBUTION_FACET, known->label, facet, labels->str);
}

/* The template with what says who stands for whom. (transfer full) */
static WbItem *
load_template (WbLibrary  *library,
               WbGuide    *guide,
               GError    **error)
{
  const WbGuideDocument *document = wb_guide_get_document (guide, WB_CONTRIBUTION_DOCUMENT);
  const char *id = document != NULL ? document->entry : WB_CONTRIBUTION_ENTRY;
  g_autoptr (WbItem) item = wb_library_get_item (library, id, NULL);

  if (item != NULL && wb_item_get_kind (item) == WB_KIND_TEMPLATE)
    return g_steal_pointer (&item);

  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
               _("A contribution is made from the entry “%s”, which this library does not hold."), id);

  return NULL;
}

/* The templates of the guide that apply and hold something. */
static void
collect_uses (WbContribution *self,
              WbAnswers      *answers)
{
  GPtrArray *documents = wb_guide_get_documents (self->guide);

  for (guint i = 0; i < documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GHashTable) fields = NULL;

      if (wb_document_fill_get_reason (document, self->guide, answers) != NULL
          || !wb_library_lookup (self->library, document->entry, NULL, NULL))
        continue;
      fields = wb_document_fields_list (self->library, self->guide, document->name);
      if (!wb_document_fill_is_mostly_blank (wb_document_fill_count (fields, self->guide, answers)))
        g_ptr_array_add (self->uses, g_strdup (document->entry));
    }
}

/* What a cell or row is copied between. */
typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
} Copying;

static gboolean
goes_out (const Copying *copying,
          const char    *id)
{
  const WbField *field = wb_guide_get_field (copying->guide, id);

  return field == NULL || field->type != WB_FIELD_ATTACHMENT;
}

static void
copy_row (const char *field,
          const char *row,
          gpointer    user_data)
{
  if (goes_out (user_data, field))
    wb_answers_add_row (((Copying *) user_data)->answers, field, row);
}

static void
copy_cell (const char *field,
           const char *row,
           const char *column,
           const char *value,
           gpointer    user_data)
{
  if (goes_out (user_data, field))
    wb_answers_set (((Copying *) user_data)->answers, field, row, column, value);
}

/* Attached files stay here, whatever a template asks for: neither they nor what they are called go out. (transfer full) */
static WbAnswers *
leave_files_out (WbGuide   *guide,
                 WbAnswers *answers)
{
  Copying copying = { guide, wb_answers_new () };

  wb_answers_foreach_row (answers, copy_row, &copying);
  wb_answers_foreach_cell (answers, copy_cell, &copying);

  return copying.answers;
}

static void
fill_template (Filled        *filled,
               WbItem        *item,
               WbProjectFile *project,
               WbGuide       *guide)
{
  g_autoptr (WbAnswers) answers = leave_files_out (guide, wb_project_file_get_answers (project));
  const WbTemplateContext context = {
    .guide = guide,
    .answers = answers,
    .town = wb_project_file_get_town (project),
    .project = wb_project_file_get_title (project),
    .leave_out_skipped = TRUE,
    .origins = filled->origins = g_hash_table_new (NULL, NULL),
  };

  filled->template = wb_markdown_parse (wb_item_get_body (item), FALSE);
  filled->body = wb_template_fill (filled->template, &context);
}

static void
add_items (WbContribution *self,
           WbProjectFile  *project,
           const Filled   *filled)
{
  g_autofree char *title = shorten (wb_project_file_get_title (project), MAX_TITLE);
  g_autofree char *summary = find_summary (filled->body);

  add_item (self, WB_CONTRIBUTION_TITLE, _("Title"), NULL, title);
  add_item (self, WB_CONTRIBUTION_PUBLISHER, _("Who publishes it"), NULL,
            self->town != NULL ? wb_municipality_get_short_name (self->town) : "");
  add_item (self, WB_CONTRIBUTION_SUMMARY, _("Summary"), NULL, *summary != '\0' ? summary : title);
  add_item (self, WB_CONTRIBUTION_KEYWORDS, _("Keywords"), NULL, "");
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    add_facet (self, facets[i]);
  add_sections (self, filled);
}

WbContribution *
wb_contribution_new (WbLibrary      *library,
                     WbProjectFile  *project,
                     WbGuide        *guide,
                     GError        **error)
{
  g_autoptr (WbItem) item = NULL;
  g_auto (Filled) filled = { NULL };
  g_autoptr (GHashTable) roles = NULL;
  const char *other;
  WbContribution *self;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (project), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  item = load_template (library, guide, error);
  if (item == NULL)
    return NULL;

  self = g_new0 (WbContribution, 1);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->library = g_object_ref (library);
  self->guide = g_object_ref (guide);
  self->guide_id = g_strdup (wb_project_file_get_guide_id (project));
  self->use_case = g_strdup (wb_project_file_get_use_case (project));
  g_set_object (&self->town, wb_project_file_get_town (project));
  roles = wb_template_roles_from_json (wb_item_get_payload (item));
  other = g_hash_table_lookup (roles, OTHERS);
  self->personal = wb_privacy_new_from_answers (guide, wb_project_file_get_answers (project), roles,
                                                 other != NULL ? other : _("the contact person"));
  fill_template (&filled, item, project, guide);
  add_items (self, project, &filled);
  collect_uses (self, wb_project_file_get_answers (project));

  return self;
}

guint
wb_contribution_get_n_items (WbContribution *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

WbContributionItem *
wb_contribution_get_item (WbContribution *self,
                          guint           i)
{
  g_return_val_if_fail (self != NULL && i < self->items->len, NULL);

  return g_ptr_array_index (self->items, i);
}

gboolean
wb_contribution_is_required (WbContribution *self,
                             guint           i)
{
  const WbContributionItem *item = wb_contribution_get_item (self, i);

  return item->type != WB_CONTRIBUTION_KEYWORDS && item->type < WB_CONTRIBUTION_PARAGRAPH;
}

/* @line without what makes an address of it, as often as what is left makes one again. (transfer full) */
static char *
strip_addresses (const char *line)
{
  g_autoptr (GRegex) addresses = g_regex_new ("https?://|www\\.", G_REGEX_CASELESS, 0, NULL);
  g_autofree char *plain = g_strdup (line);

  while (g_regex_match (addresses, plain, 0, NULL))
    {
      char *shorter = g_regex_replace_literal (addresses, plain, -1, 0, "", 0, NULL);

      g_free (plain);
      plain = shorter;
    }

  return g_strstrip (g_steal_pointer (&plain));
}

char *
wb_contribution_make_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *flat = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *p = flat; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (c) || type == G_UNICODE_CONTROL || type == G_UNICODE_SPACE_SEPARATOR || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        {
          if (line->len > 0 && line->str[line->len - 1] != ' ')
            g_string_append_c (line, ' ');
        }
      else
        g_string_append_unichar (line, c == 0x2010 || c == 0x2011 ? '-' : c);
    }

  /* Here, so that what is personal is looked for in what is left. */
  return strip_addresses (line->str);
}

void
wb_contribution_set_text (WbContribution *self,
                          guint           i,
                          const char     *text)
{
  WbContributionItem *item = wb_contribution_get_item (self, i);

  g_return_if_fail (text != NULL);

  /* Somebody said of the other words that nobody is meant. */
  if (!g_str_equal (item->text, text))
    item->kept = FALSE;
  g_free (item->text);
  item->text = g_strdup (text);
}

GPtrArray *
wb_contribution_find_original (WbContribution *self,
                               guint           i)
{
  return wb_privacy_find (self->personal, wb_contribution_get_item (self, i)->original);
}

GPtrArray *
wb_contribution_find (WbContribution *self,
                      guint           i)
{
  g_autofree char *line = wb_contribution_make_line (wb_contribution_get_item (self, i)->text);

  return wb_privacy_find (self->personal, line);
}

char *
wb_contribution_dup_replaced (WbContribution *self,
                              guint           i)
{
  g_autofree char *line = wb_contribution_make_line (wb_contribution_get_item (self, i)->text);

  return wb_privacy_replace (self->personal, line);
}

guint
wb_contribution_count_personal (WbContribution *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->items->len; i++)
    {
      const WbContributionItem *item = g_ptr_array_index (self->items, i);
      g_autoptr (GPtrArray) marks = NULL;

      /* The words of facets come from the library. */
      if (!item->out || item->kept || item->type == WB_CONTRIBUTION_FACET)
        continue;
      marks = wb_contribution_find (self, i);
      n += marks->len;
    }

  return n;
}
