/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-content-entry.h"
#include "wb-contribution.h"
#include "wb-guide-lint.h"
#include "wb-prefill.h"
#include "wb-use-case-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One entry among the others. */
typedef struct
{
  WbContentEntry *entry;
  GHashTable *entries;
  GPtrArray *faults;
} Checker;

static WbContentEntry *
find_entry (Checker    *checker,
            const char *id)
{
  return wb_content_entry_find (checker->entries, id);
}

/* The entry @id; a fault when there is none, or when it is of another kind than @kind (-1: any). */
static WbContentEntry *
expect_entry (Checker    *checker,
              const char *file,
              const char *place,
              const char *id,
              int         kind)
{
  WbContentEntry *entry = find_entry (checker, id);

  if (entry == NULL)
    {
      wb_content_add_fault (checker->faults, file, place, _("there is no entry “%s”"), id);
    }
  else if (kind >= 0 && entry->kind != (WbKind) kind)
    {
      wb_content_add_fault (checker->faults, file, place, _("“%s” is no %s, but a %s"), id,
                            wb_kind_to_string (kind), wb_kind_to_string (entry->kind));
      return NULL;
    }

  return entry;
}

static void
expect_anchor (Checker              *checker,
               const char           *file,
               const char           *place,
               const WbContentEntry *target,
               const char           *anchor)
{
  if (target->text != NULL && !g_hash_table_contains (target->text->anchors, anchor))
    wb_content_add_fault (checker->faults, file, place, _("“%s” has no section “%s”"), target->id, anchor);
}

/* The kind of entry a link of this sort leads to; -1 for any. */
static int
get_target_kind (const char *rel)
{
  if (g_str_equal (rel, "guide"))
    return WB_KIND_GUIDE;
  if (g_str_equal (rel, "law"))
    return WB_KIND_LAW;

  return g_str_equal (rel, "eases") ? WB_KIND_BARRIER : -1;
}

/* Puts what @entry is part of on @pending. */
static void
push_wholes (WbContentEntry *entry,
             GPtrArray      *pending)
{
  GPtrArray *links = entry->item != NULL ? wb_item_get_links (entry->item) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);

      if (g_str_equal (link->rel, "part-of"))
        g_ptr_array_add (pending, link->target);
    }
}

/* Whether what the entry is part of is, in the end, part of the entry. */
static gboolean
is_part_of_itself (Checker *checker)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  push_wholes (checker->entry, pending);
  while (pending->len > 0)
    {
      const char *id = g_ptr_array_steal_index (pending, pending->len - 1);
      WbContentEntry *whole = g_hash_table_add (seen, (char *) id) ? find_entry (checker, id) : NULL;

      if (whole == checker->entry)
        return TRUE;
      if (whole != NULL)
        push_wholes (whole, pending);
    }

  return FALSE;
}

static void
check_links (Checker *checker)
{
  GPtrArray *links = wb_item_get_links (checker->entry->item);

  for (guint i = 0; i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);
      g_autofree char *place = g_strdup_printf ("links[%u].to", i);
      int kind = get_target_kind (link->rel);

      if (g_str_equal (link->target, checker->entry->id))
        wb_content_add_fault (checker->faults, checker->entry->json_file, place, _("the entry links to itself"));
      else
        expect_entry (checker, checker->entry->json_file, place, link->target, kind);
    }
  if (is_part_of_itself (checker))
    wb_content_add_fault (checker->faults, checker->entry->json_file, "links",
                          _("the entry is part of something that is part of it"));
}

static void
check_text_links (Checker           *checker,
                  const WbTextCheck *text,
                  const char        *file,
                  const char        *fixed_place)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      const WbTextLink *link = g_ptr_array_index (text->links, i);
      g_autofree char *line = g_strdup_printf (_("line %u"), link->line);
      const char *place = fixed_place != NULL ? fixed_place : line;
      WbContentEntry *target = expect_entry (checker, file, place, link->target, -1);

      if (target != NULL && link->anchor != NULL)
        expect_anchor (checker, file, place, target, link->anchor);
    }
}

/* Whether @names, "a+b", are columns of the table @field. */
static gboolean
has_columns (const WbField *field,
             const char    *names)
{
  g_auto (GStrv) ids = g_strsplit (names, "+", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    if (wb_field_get_column (field, g_strstrip (ids[i])) == NULL)
      return FALSE;

  return TRUE;
}

/* What is wrong with the placeholder of a field; NULL when nothing. (transfer full) */
static char *
check_field_placeholder (WbGuide                 *guide,
                         const WbTextPlaceholder *placeholder)
{
  static const char *const columns[] = { "name", "role", "contact", NULL };
  static const char *const grid_parts[] = { "figure", "table", "findings", NULL };
  /* "?field" is left out, with its paragraph, when the question does not apply. */
  g_auto (GStrv) parts = g_strsplit (placeholder->name + (*placeholder->name == '?' ? 1 : 0), ".", 2);
  const WbField *field = wb_guide_get_field (guide, parts[0]);

  if (field == NULL)
    return g_strdup_printf (_("{{%s}}: the guide “%s” has no field “%s”"), placeholder->name,
                            wb_guide_get_id (guide), parts[0]);
  if (parts[1] != NULL && field->type == WB_FIELD_TABLE)
    {
      if (!placeholder->alone)
        return g_strdup_printf (_("{{%s}}: a table or checklist stands alone in its paragraph"), placeholder->name);
      if (!(field->grid != WB_GRID_NONE && g_strv_contains (grid_parts, parts[1]))
          && !(field->grid == WB_GRID_STAKEHOLDERS && g_str_equal (parts[1], "plan")) && !has_columns (field, parts[1]))
        return g_strdup_printf (_("{{%s}}: a part of “%s” that does not exist"), placeholder->name, parts[0]);
      return NULL;
    }
  if (parts[1] != NULL && field->type != WB_FIELD_PERSON)
    return g_strdup_printf (_("{{%s}}: only a person has parts"), placeholder->name);
  if (parts[1] != NULL && !g_strv_contains (columns, parts[1]))
    return g_strdup_printf (_("{{%s}}: a person has name, role and contact"), placeholder->name);
  if (!placeholder->alone && (wb_field_type_has_rows (field->type) || field->type == WB_FIELD_CHECKLIST))
    return g_strdup_printf (_("{{%s}}: a table or checklist stands alone in its paragraph"), placeholder->name);

  return NULL;
}

static char *
check_own_placeholder (const char *name)
{
  static const char *const names[] = { "@town", "@district", "@state", "@population", "@project", "@date", NULL };

  if (g_strv_contains (names, name))
    return NULL;
  if (g_str_has_prefix (name, "@lines") || g_str_has_prefix (name, "@sign") || g_str_has_prefix (name, "@pagebreak") ||
      g_str_has_prefix (name, "@contents") || g_str_has_prefix (name, "@number") || g_str_has_prefix (name, "@question"))
    return g_strdup_printf (_("{{%s}} stands alone in its paragraph"), name);

  return g_strdup_printf (_("{{%s}} is unknown"), name);
}

/* The guides the template is used by, those that are there; what is missing is a fault. (transfer container) */
static GPtrArray *
find_guides (Checker *checker)
{
  WbContentEntry *entry = checker->entry;
  GPtrArray *guides = g_ptr_array_new ();

  for (int i = -1; i < (int) entry->template_also->len; i++)
    {
      g_autofree char *place = i < 0 ? g_strdup ("template.guide") : g_strdup_printf ("template.also[%d]", i);
      const char *id = i < 0 ? entry->template_guide : g_ptr_array_index (entry->template_also, i);
      WbContentEntry *guide = id != NULL ? expect_entry (checker, entry->json_file, place, id, WB_KIND_GUIDE) : NULL;

      if (guide != NULL && guide->guide != NULL)
        g_ptr_array_add (guides, guide->guide);
    }

  return guides;
}

/* The steps that lead to a document made from the template in @guide; NULL when the guide offers none. (nullable) (transfer container) */
static GPtrArray *
find_steps (WbGuide    *guide,
            const char *template)
{
  GPtrArray *documents = wb_guide_get_documents (guide);
  GPtrArray *steps = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const WbGuideDocument *document = g_ptr_array_index (documents, i);
      GPtrArray *all = wb_guide_get_steps (guide);

      if (!g_str_equal (document->entry, template))
        continue;
      if (steps == NULL)
        steps = g_ptr_array_new ();
      for (guint j = 0; j < all->len; j++)
        if (g_ptr_array_find_with_equal_func (((WbStep *) g_ptr_array_index (all, j))->documents, document->name, g_str_equal, NULL))
          g_ptr_array_add (steps, g_ptr_array_index (all, j));
    }

  return steps;
}

/* A guide that the template belongs to offers it, or nobody ever fills it; but for what the program offers in all projects. */
static void
check_template_use (Checker   *checker,
                    GPtrArray *guides)
{
  for (guint i = 0; i < guides->len; i++)
    {
      WbGuide *guide = g_ptr_array_index (guides, i);
      g_autoptr (GPtrArray) steps = find_steps (guide, checker->entry->id);

      if (steps == NULL && !g_str_equal (checker->entry->id, WB_CONTRIBUTION_ENTRY))
        wb_content_add_fault (checker->faults, checker->entry->json_file, "template", _("the guide “%s” has no document made from it"),
                              wb_guide_get_id (guide));
    }
}

/* The first guide in which the question is never asked when the document is offered. (nullable) */
static WbGuide *
find_guide_without (GPtrArray  *guides,
                    const char *template,
                    const char *placeholder)
{
  g_auto (GStrv) parts = g_strsplit (placeholder + (*placeholder == '?' ? 1 : 0), ".", 2);

  for (guint i = 0; i < guides->len; i++)
    {
      WbGuide *guide = g_ptr_array_index (guides, i);
      const WbField *field = wb_guide_get_field (guide, parts[0]);
      g_autoptr (GPtrArray) steps = find_steps (guide, template);
      gboolean meets = field == NULL || steps == NULL || steps->len == 0;

      for (guint j = 0; !meets && j < steps->len; j++)
        meets = wb_guide_lint_step_meets (guide, g_ptr_array_index (steps, j), field);
      if (!meets)
        return guide;
    }

  return NULL;
}

/* What is wrong with the placeholder in the first guide where something is; NULL when nothing. (transfer full) */
static char *
check_in_guides (GPtrArray               *guides,
                 const char              *template,
                 const WbTextPlaceholder *placeholder)
{
  char *message = NULL;
  WbGuide *without;

  for (guint i = 0; i < guides->len && message == NULL; i++)
    message = check_field_placeholder (g_ptr_array_index (guides, i), placeholder);
  without = message == NULL ? find_guide_without (guides, template, placeholder->name) : NULL;
  if (without != NULL)
    message = g_strdup_printf (_("{{%s}}: the guide “%s” never asks this when it offers the document"), placeholder->name,
                               wb_guide_get_id (without));

  return message;
}

static void
check_placeholders (Checker *checker)
{
  WbContentEntry *entry = checker->entry;
  g_autoptr (GPtrArray) guides = find_guides (checker);

  if (entry->template_guide != NULL)
    check_template_use (checker, guides);
  for (guint i = 0; i < entry->text->placeholders->len; i++)
    {
      const WbTextPlaceholder *placeholder = g_ptr_array_index (entry->text->placeholders, i);
      g_autofree char *place = g_strdup_printf (_("line %u"), placeholder->line);
      g_autofree char *message = NULL;

      if (entry->kind != WB_KIND_TEMPLATE)
        message = g_strdup_printf (_("{{%s}}: placeholders belong into templates only"), placeholder->name);
      else if (placeholder->name[0] == '@')
        message = check_own_placeholder (placeholder->name);
      else if (entry->template_guide == NULL)
        message = g_strdup_printf (_("{{%s}}: the template belongs to no guide"), placeholder->name);
      else
        message = check_in_guides (guides, entry->id, placeholder);
      if (message != NULL)
        wb_content_add_fault (checker->faults, entry->text_file, place, "%s", message);
    }
}

static gboolean
is_for_guide (const WbContentEntry *template,
              const char           *guide)
{
  return template->template_guide == NULL || g_str_equal (template->template_guide, guide)
         || g_ptr_array_find_with_equal_func (template->template_also, guide, g_str_equal, NULL);
}

static void
check_step_text (Checker      *checker,
                 const WbStep *step,
                 const char   *place)
{
  g_autoptr (WbTextCheck) text = NULL;
  g_autofree char *why = g_strconcat (place, ".why", NULL);

  if (*step->why == '\0')
    return;

  text = wb_text_check_new (step->why, WB_TEXT_NOTE);
  for (guint i = 0; i < text->faults->len; i++)
    {
      const WbTextFault *fault = g_ptr_array_index (text->faults, i);

      wb_content_add_fault (checker->faults, checker->entry->json_file, why, "%s", fault->message);
    }
  for (guint i = 0; i < text->placeholders->len; i++)
    wb_content_add_fault (checker->faults, checker->entry->json_file, why,
                          _("{{%s}}: placeholders belong into templates only"),
                          ((WbTextPlaceholder *) g_ptr_array_index (text->placeholders, i))->name);
  check_text_links (checker, text, checker->entry->json_file, why);
}

static void
check_step (Checker      *checker,
            const WbStep *step,
            const char   *place)
{
  const char *file = checker->entry->json_file;

  check_step_text (checker, step, place);
  for (guint i = 0; i < step->help->len; i++)
    {
      const WbHelp *help = g_ptr_array_index (step->help, i);
      g_autofree char *to = g_strdup_printf ("%s.help[%u].to", place, i);
      g_autofree char *section = g_strdup_printf ("%s.help[%u].section", place, i);
      WbContentEntry *target = expect_entry (checker, file, to, help->target, -1);

      if (target != NULL && help->section != NULL)
        expect_anchor (checker, file, section, target, help->section);
    }
  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);
      g_autofree char *checklist = g_strdup_printf ("%s.fields[%u].checklist", place, i);

      if (field->checklist != NULL)
        expect_entry (checker, file, checklist, field->checklist, WB_KIND_CHECKLIST);
      for (guint j = 0; j < field->rules->len; j++)
        {
          const WbGridRule *rule = g_ptr_array_index (field->rules, j);
          g_autofree char *to = g_strdup_printf ("%s.fields[%u].rules[%u].to", place, i, j);

          if (rule->target != NULL)
            expect_entry (checker, file, to, rule->target, -1);
        }
    }
}

static void
check_guide_document (Checker               *checker,
                      const WbGuideDocument *document,
                      const char            *place)
{
  const char *file = checker->entry->json_file;
  WbContentEntry *target = expect_entry (checker, file, place, document->entry, -1);
  const WbField *field = NULL;

  if (target == NULL)
    return;

  if (document->field != NULL)
    field = wb_guide_get_field (checker->entry->guide, document->field);
  if (target->kind != WB_KIND_TEMPLATE && target->kind != WB_KIND_CHECKLIST)
    wb_content_add_fault (checker->faults, file, place, _("“%s” is neither a template nor a checklist"), target->id);
  else if (target->kind == WB_KIND_TEMPLATE && !is_for_guide (target, checker->entry->id))
    wb_content_add_fault (checker->faults, file, place, _("the template “%s” belongs to the guide “%s”"),
                          target->id, target->template_guide);
  else if (field != NULL && g_strcmp0 (field->checklist, target->id) != 0)
    wb_content_add_fault (checker->faults, file, place, _("the field “%s” is not filled from “%s”"), field->id,
                          target->id);
}

/* A text that is proposed, while its placeholders are looked at. */
typedef struct
{
  Checker *checker;
  const WbField *field;
  const char *place;
  GHashTable *asked; /* ids of the fields that are asked before */
} Proposal;

static gboolean
leads_to (const WbContentEntry *use_case,
          const char           *guide)
{
  GPtrArray *links = wb_item_get_links (use_case->item);

  for (guint i = 0; i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);

      if (g_str_equal (link->rel, "guide") && g_str_equal (link->target, guide))
        return TRUE;
    }

  return FALSE;
}

/* Whether a use case that leads to the guide says something under this name; TRUE when none is at hand that could. */
static gboolean
has_fact (Checker    *checker,
          const char *name)
{
  GHashTableIter iter;
  gpointer value;
  gboolean any = FALSE;

  g_hash_table_iter_init (&iter, checker->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const WbContentEntry *entry = value;
      g_autoptr (GHashTable) facts = NULL;

      /* Those of the library are read when they are needed only; here they are not. */
      if (entry->kind != WB_KIND_USE_CASE || entry->item == NULL || entry->library != NULL || !leads_to (entry, checker->entry->id))
        continue;
      any = TRUE;
      facts = wb_use_case_facts_read (entry->item);
      if (g_hash_table_contains (facts, name))
        return TRUE;
    }

  return !any;
}

static gboolean
check_prefill_name (const char *name,
                    gpointer    user_data)
{
  static const char *const own[] = { "@town", "@district", "@state", "@population", "@project", "@date", NULL };
  const Proposal *proposal = user_data;
  const char *file = proposal->checker->entry->json_file;
  GPtrArray *faults = proposal->checker->faults;
  WbGuide *guide = proposal->checker->entry->guide;
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);

  if (g_strv_contains (own, name))
    return TRUE;
  if (g_str_has_prefix (name, WB_PREFILL_USE_CASE))
    {
      g_autofree char *fact = g_strstrip (g_strdup (name + strlen (WB_PREFILL_USE_CASE)));

      if (!has_fact (proposal->checker, fact))
        wb_content_add_fault (faults, file, proposal->place, _("{{%s}}: no use case of this guide has “%s”"), name, fact);
      return TRUE;
    }
  if (*name == '@' || parts[0] == NULL)
    wb_content_add_fault (faults, file, proposal->place, _("{{%s}} is unknown"), name);
  else if (!g_hash_table_contains (proposal->asked, parts[0]))
    wb_content_add_fault (faults, file, proposal->place, _("{{%s}}: “%s” is no field that is asked before"), name, parts[0]);
  else if (parts[1] != NULL && wb_guide_get_field (guide, parts[0])->type != WB_FIELD_PERSON)
    wb_content_add_fault (faults, file, proposal->place, _("{{%s}}: only a person has parts"), name);
  else if (!wb_guide_lint_fields_meet (guide, proposal->field, wb_guide_get_field (guide, parts[0])))
    wb_content_add_fault (faults, file, proposal->place, _("“%s” is never asked together with “%s”"), parts[0], proposal->field->id);

  return TRUE;
}

/* Proposed texts name only what is known by then. */
static void
check_prefills (Checker *checker)
{
  GPtrArray *phases = wb_guide_get_phases (checker->entry->guide);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < phases->len; i++)
    for (guint j = 0; j < ((WbPhase *) g_ptr_array_index (phases, i))->steps->len; j++)
      {
        const WbStep *step = g_ptr_array_index (((WbPhase *) g_ptr_array_index (phases, i))->steps, j);

        for (guint k = 0; k < step->fields->len; k++)
          {
            const WbField *field = g_ptr_array_index (step->fields, k);
            g_autofree char *place = g_strdup_printf ("guide.phases[%u].steps[%u].fields[%u].prefill", i, j, k);
            Proposal proposal = { checker, field, place, asked };

            if (field->prefill != NULL)
              wb_prefill_foreach (field->prefill, check_prefill_name, &proposal);
            g_hash_table_add (asked, field->id);
          }
      }
}

static void
fill_checklist (WbField     *field,
                WbChecklist *list)
{
  GPtrArray *groups = wb_checklist_get_groups (list);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *items = ((WbChecklistGroup *) g_ptr_array_index (groups, i))->items;

      for (guint j = 0; j < items->len; j++)
        {
          const WbOption *item = g_ptr_array_index (items, j);

          wb_field_add_option (field, item->id, item->label, item->note);
        }
    }
}

/* A condition may ask whether a checklist is done; its items stand in an entry of their own. */
static void
fill_checklists (Checker *checker)
{
  GPtrArray *steps = wb_guide_get_steps (checker->entry->guide);

  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *fields = ((WbStep *) g_ptr_array_index (steps, i))->fields;

      for (guint j = 0; j < fields->len; j++)
        {
          WbField *field = g_ptr_array_index (fields, j);
          WbContentEntry *list = field->checklist != NULL && field->options->len == 0 ? find_entry (checker, field->checklist) : NULL;

          if (list != NULL && list->checklist != NULL)
            fill_checklist (field, list->checklist);
        }
    }
}

static void
check_ways (Checker *checker)
{
  g_autoptr (GPtrArray) findings = NULL;

  fill_checklists (checker);
  findings = wb_guide_lint (checker->entry->guide);
  for (guint i = 0; i < findings->len; i++)
    {
      const WbGuideFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *place = g_strconcat ("guide.", finding->place, NULL);

      wb_content_add_fault (checker->faults, checker->entry->json_file, place, "%s", finding->message);
    }
}

static void
check_guide (Checker *checker)
{
  GPtrArray *phases = wb_guide_get_phases (checker->entry->guide);
  GPtrArray *documents = wb_guide_get_documents (checker->entry->guide);

  check_prefills (checker);
  check_ways (checker);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("guide.documents[%u].entry", i);

      check_guide_document (checker, g_ptr_array_index (documents, i), place);
    }

  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      for (guint j = 0; j < phase->steps->len; j++)
        {
          g_autofree char *place = g_strdup_printf ("guide.phases[%u].steps[%u]", i, j);

          check_step (checker, g_ptr_array_index (phase->steps, j), place);
        }
    }
}

static void
check_course (Checker *checker)
{
  GPtrArray *lessons = wb_course_get_lessons (checker->entry->course);

  for (guint i = 0; i < lessons->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("course.lessons[%u]", i);

      expect_entry (checker, checker->entry->json_file, place, g_ptr_array_index (lessons, i), WB_KIND_LESSON);
    }
}

static void
check_barrier (Checker *checker)
{
  GPtrArray *effects = checker->entry->barrier->effects;

  for (guint i = 0; i < effects->len; i++)
    {
      const WbBarrierEffect *effect = g_ptr_array_index (effects, i);
      g_autofree char *place = g_strdup_printf ("barrier.effects[%u].to", i);

      if (*effect->to == '\0')
        continue;
      if (g_str_equal (effect->to, checker->entry->id))
        wb_content_add_fault (checker->faults, checker->entry->json_file, place, _("the barrier causes itself"));
      else
        expect_entry (checker, checker->entry->json_file, place, effect->to, WB_KIND_BARRIER);
    }
}

static void
check_circle (Checker *checker)
{
  WbCircle *circle = checker->entry->circle;
  const char *file = checker->entry->json_file;

  for (guint i = 0; i < circle->links->len; i++)
    {
      const WbCircleLink *link = g_ptr_array_index (circle->links, i);
      g_autofree char *place = g_strdup_printf ("circle.links[%u].barrier", i);

      if (*link->barrier != '\0')
        expect_entry (checker, file, place, link->barrier, WB_KIND_BARRIER);
    }
  for (guint i = 0; i < circle->levers->len; i++)
    {
      const WbLever *lever = g_ptr_array_index (circle->levers, i);

      for (guint j = 0; j < lever->to->len; j++)
        {
          g_autofree char *place = g_strdup_printf ("circle.levers[%u].to[%u]", i, j);

          expect_entry (checker, file, place, g_ptr_array_index (lever->to, j), -1);
        }
    }
}

void
wb_content_check_links (WbContentEntry *entry,
                        GHashTable     *entries,
                        GPtrArray      *faults)
{
  Checker checker = { entry, entries, faults };

  if (entry->item != NULL)
    check_links (&checker);
  if (entry->text != NULL)
    {
      check_text_links (&checker, entry->text, entry->text_file, NULL);
      check_placeholders (&checker);
    }
  if (entry->guide != NULL)
    check_guide (&checker);
  if (entry->course != NULL)
    check_course (&checker);
  if (entry->barrier != NULL)
    check_barrier (&checker);
  if (entry->circle != NULL)
    check_circle (&checker);
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const WbFault *first = *(WbFault *const *) a;
  const WbFault *second = *(WbFault *const *) b;

  return strcmp (first->file, second->file);
}

void
wb_content_check_all (GPtrArray  *items,
                      GHashTable *entries,
                      GPtrArray  *faults)
{
  for (guint i = 0; i < items->len; i++)
    wb_content_check_links (g_ptr_array_index (items, i), entries, faults);
  /* The sort is stable: faults of one file stay in the order in which they were found. */
  g_ptr_array_sort (faults, compare_faults);
}
