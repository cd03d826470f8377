/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-edit-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-attachment.h"
#include "wb-project-state.h"
#include "wb-text-part.h"

/* How much of a text is shown, in characters. */
#define MAX_TEXT 80

/* (transfer full) */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_TEXT)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_TEXT);

  return g_strconcat (start, "…", NULL);
}

/* In full. @column: an id; the parts of an item of a checklist are no columns of the field. (transfer full) */
static char *
cell_to_display (const WbField *field,
                 const char    *column,
                 const char    *value)
{
  if (field->type == WB_FIELD_CHECKLIST && g_str_equal (column, "date"))
    return wb_answer_date_to_display (value);

  return wb_answer_to_display (field, wb_field_get_column (field, column), value);
}

/* Shortened. (transfer full) */
static char *
value_to_words (const WbField *field,
                const char    *column,
                const char    *value)
{
  g_autofree char *display = NULL;

  if (*value == '\0')
    return g_strdup (_("empty"));
  if (field == NULL)
    return shorten (value);
  display = cell_to_display (field, column, value);

  return shorten (display);
}

/* What people know a row by: the first of its cells that says something, or its number. (transfer full) */
static char *
find_row_name (const WbField *field,
               WbAnswers     *answers,
               const char    *row)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      const char *value = wb_answers_get (answers, field->id, row, column->id);

      if (*value != '\0')
        return value_to_words (field, column->id, value);
    }
  for (guint i = 0; rows[i] != NULL; i++)
    if (g_str_equal (rows[i], row))
      return g_strdup_printf (_("row %u"), i + 1);

  return g_strdup (_("a row that was removed"));
}

static const char *
find_part_name (const WbField *field,
                const char    *column)
{
  const WbColumn *found = wb_field_get_column (field, column);

  if (found != NULL)
    return found->label;
  if (g_str_equal (column, "name"))
    return _("Name");
  if (g_str_equal (column, "role"))
    return _("Role");
  if (g_str_equal (column, "contact"))
    return _("Contact");
  if (g_str_equal (column, "done"))
    return _("Done");
  if (g_str_equal (column, "owner"))
    return _("Who");
  if (g_str_equal (column, "date"))
    return _("Until");
  if (g_str_equal (column, "note"))
    return _("Note");

  return NULL;
}

/* Which cell it is: "Who takes part?, Youth office, Influence". (transfer full) */
static char *
find_cell (const WbEdit  *edit,
           const WbField *field,
           WbAnswers     *answers)
{
  const WbOption *option = *edit->row != '\0' ? wb_field_get_option (field, edit->row) : NULL;
  const char *part = *edit->column != '\0' ? find_part_name (field, edit->column) : NULL;
  g_autofree char *row = NULL;

  if (option != NULL)
    row = shorten (option->label);
  else if (*edit->row != '\0' && wb_field_type_has_rows (field->type))
    row = find_row_name (field, answers, edit->row);
  if (row != NULL && part != NULL)
    return g_strdup_printf (_("%s, %s: %s"), field->label, row, part);
  if (row != NULL || part != NULL)
    return g_strdup_printf (_("%s, %s"), field->label, row != NULL ? row : part);

  return g_strdup (field->label);
}

static gboolean
is_mark (const WbField *field,
         const WbEdit  *edit)
{
  return field->type == WB_FIELD_CHOICES || (field->type == WB_FIELD_CHECKLIST && g_str_equal (edit->column, "done"));
}

/* What happened to a file: that it came, went, or was given another name. (transfer full) */
static char *
file_to_words (const WbEdit *edit)
{
  g_autofree char *before = shorten (edit->before);
  g_autofree char *after = shorten (edit->after);

  if (*before == '\0')
    return g_strdup_printf (_("Attachment: “%s” attached"), after);
  if (*after == '\0')
    return g_strdup_printf (_("Attachment: “%s” removed"), before);

  return g_strdup_printf (_("Attachment: “%s” is called “%s” now"), before, after);
}

static char *
cell_to_words (const WbEdit  *edit,
               const WbField *field,
               WbAnswers     *answers)
{
  g_autofree char *place = field != NULL ? find_cell (edit, field, answers) : g_strdup (edit->field);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (field != NULL && field->type == WB_FIELD_ATTACHMENT && g_str_equal (edit->column, WB_ATTACHMENT_NAME))
    return file_to_words (edit);
  if (field != NULL && is_mark (field, edit))
    return g_strdup_printf (*edit->after != '\0' ? _("%s: ticked") : _("%s: no longer ticked"), place);
  before = value_to_words (field, edit->column, edit->before);
  after = value_to_words (field, edit->column, edit->after);

  return g_strdup_printf (_("%s: %s → %s"), place, before, after);
}

static char *
row_to_words (const WbEdit  *edit,
              const WbField *field,
              WbAnswers     *answers)
{
  const char *label = field != NULL ? field->label : edit->field;
  g_autofree char *row = NULL;

  if (*edit->before != '\0' && *edit->after != '\0')
    {
      row = field != NULL ? find_row_name (field, answers, edit->row) : g_strdup (edit->row);
      return g_strdup_printf (_("%s, %s: moved"), label, row);
    }

  return g_strdup_printf (*edit->after != '\0' ? _("%s: row added") : _("%s: row removed"), label);
}

/* What is said of a slide by the name of its part. */
static const char *
find_slide_part (const char *part)
{
  if (g_str_equal (part, "title"))
    return _("Title");
  if (g_str_equal (part, "body"))
    return _("Text");
  if (g_str_equal (part, "notes"))
    return _("Notes");
  if (g_str_equal (part, "hidden"))
    return _("Hidden");
  if (g_str_equal (part, "level"))
    return _("Kind of slide");

  return NULL;
}

/* What people call the document @name. */
static const char *
find_document_name (WbGuide    *guide,
                    const char *name)
{
  const WbGuideDocument *document = guide != NULL ? wb_guide_get_document (guide, name) : NULL;

  return document != NULL ? document->title : name;
}

/* What is said of a passage of a text by the name of its part. */
static const char *
find_passage_part (const char *part)
{
  if (g_str_equal (part, "title"))
    return _("What it is about");
  if (g_str_equal (part, "body"))
    return _("Text");
  if (g_str_equal (part, "notes"))
    return _("What the template said");
  if (g_str_equal (part, "hidden"))
    return _("Left out");

  return NULL;
}

/* (transfer full) */
static char *
find_passage (const WbEdit *edit,
              WbGuide      *guide)
{
  const char *part = find_passage_part (edit->column);
  const char *document = find_document_name (guide, edit->field);
  const char *slash = strchr (edit->row, '/');
  g_autofree char *section = NULL;
  g_autofree char *passage = NULL;

  if (*edit->row == '+')
    passage = g_strdup_printf (_("A paragraph of your own in “%s”"), document);
  else if (slash != NULL && slash > edit->row)
    {
      /* Keys of passages begin with the heading they stand under. */
      section = g_strndup (edit->row, slash - edit->row);
      passage = g_strdup_printf (_("A passage of “%s”, under “%s”"), document, section);
    }
  else
    passage = g_strdup_printf (_("A passage of “%s”"), document);

  return part != NULL ? g_strdup_printf (_("%s, %s"), passage, part) : g_steal_pointer (&passage);
}

/* What was done to a passage of a text. The title of an edit says what it is about, and is there as long as the edit is. (transfer full) */
static char *
passage_to_words (const WbEdit *edit,
                  WbGuide      *guide)
{
  const char *document = find_document_name (guide, edit->field);
  const gboolean own = *edit->row == '+';
  g_autofree char *words = shorten (*edit->after != '\0' ? edit->after : edit->before);

  if (*words == '\0')
    return g_strdup_printf (own ? _("Text of “%s”: a paragraph of your own") : _("Text of “%s”: a passage"), document);
  if (*edit->after == '\0')
    return g_strdup_printf (own ? _("Text of “%s”: your paragraph “%s” deleted") : _("Text of “%s”: “%s” as in the template again"),
                            document, words);

  return g_strdup_printf (own ? _("Text of “%s”: your paragraph “%s”") : _("Text of “%s”: “%s” changed"), document, words);
}

/* Keys of the template's slides are made from their titles; those of the user's own say nothing. (transfer full) */
static char *
find_slide (const WbEdit *edit)
{
  const char *part = find_slide_part (edit->column);
  g_autofree char *slide = NULL;

  if (*edit->row == '\0' || *edit->row == '+')
    slide = g_strdup (_("A slide of the presentation"));
  else
    slide = g_strdup_printf (_("Slide “%s” of the presentation"), edit->row);

  return part != NULL ? g_strdup_printf (_("%s, %s"), slide, part) : g_steal_pointer (&slide);
}

/* What people call a fact about the project. */
static const char *
find_fact_name (const char *key)
{
  if (g_str_equal (key, WB_STATE_TITLE))
    return _("Title of the project");
  if (g_str_equal (key, "state"))
    return _("State of the project");
  if (g_str_equal (key, "meeting"))
    return _("Day of the council’s meeting");
  if (g_str_equal (key, "hand-in"))
    return _("Papers for the council to be handed in by");

  return key;
}

/* What a fact is, in words: states have names, days are read as people write them. (transfer full) */
static char *
fact_value_to_words (const char *key,
                     const char *value)
{
  if (*value == '\0')
    return g_strdup (_("empty"));
  if (g_str_equal (key, "state") && g_str_equal (value, "paused"))
    return g_strdup (_("Paused"));
  if (g_str_equal (key, "state") && g_str_equal (value, "done"))
    return g_strdup (_("Done"));
  if (g_str_equal (key, "meeting") || g_str_equal (key, "hand-in"))
    return wb_answer_date_to_display (value);

  return g_strdup (value);
}

/* Takes nothing. (transfer full) */
static char *
facts_to_line (const char *key,
               const char *before,
               const char *after)
{
  g_autofree char *old = shorten (before);
  g_autofree char *new = shorten (after);

  return g_strdup_printf (_("%s: %s → %s"), find_fact_name (key), old, new);
}

char *
wb_edit_place_to_words (const WbEdit *edit,
                        WbGuide      *guide,
                        WbAnswers    *answers)
{
  const WbField *field;

  g_return_val_if_fail (edit != NULL, NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  field = guide != NULL ? wb_guide_get_field (guide, edit->field) : NULL;
  if (edit->target == WB_EDIT_FACT)
    return g_strdup (find_fact_name (edit->field));
  if (edit->target == WB_EDIT_SLIDE && wb_text_part_is_key (edit->row))
    return find_passage (edit, guide);
  if (edit->target == WB_EDIT_SLIDE)
    return find_slide (edit);

  return field != NULL ? find_cell (edit, field, answers) : g_strdup (edit->field);
}

char *
wb_edit_value_to_words (const WbEdit *edit,
                        WbGuide      *guide,
                        const char   *value)
{
  const WbField *field;

  g_return_val_if_fail (edit != NULL && value != NULL, NULL);

  field = guide != NULL && edit->target == WB_EDIT_CELL ? wb_guide_get_field (guide, edit->field) : NULL;
  if ((field != NULL && is_mark (field, edit)) || (edit->target == WB_EDIT_SLIDE && g_str_equal (edit->column, "hidden")))
    return g_strdup (*value != '\0' ? _("ticked") : _("not ticked"));
  /* The texts of slides begin with a mark, see WbProjectState; none is the template's. */
  if (edit->target == WB_EDIT_SLIDE)
    return g_strdup (*value == '\0' ? _("as in the template") : *value == '=' ? value + 1 : value);
  if (edit->target == WB_EDIT_FACT)
    return fact_value_to_words (edit->field, value);
  if (*value == '\0')
    return g_strdup (_("empty"));

  return field != NULL ? cell_to_display (field, edit->column, value) : g_strdup (value);
}

gboolean
wb_edit_is_detail (const WbEdit *edit,
                   WbGuide      *guide)
{
  const WbField *field;

  g_return_val_if_fail (edit != NULL, FALSE);

  field = guide != NULL && (edit->target == WB_EDIT_CELL || edit->target == WB_EDIT_ROW) ? wb_guide_get_field (guide, edit->field) : NULL;
  if (field == NULL || field->type != WB_FIELD_ATTACHMENT)
    return FALSE;
  if (edit->target == WB_EDIT_ROW)
    return TRUE;
  if (g_str_equal (edit->column, WB_ATTACHMENT_DATE))
    return *edit->before == '\0' || *edit->after == '\0';

  return !g_str_equal (edit->column, WB_ATTACHMENT_NAME) && !g_str_equal (edit->column, WB_ATTACHMENT_NOTE);
}

char *
wb_edit_shorten (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return shorten (text);
}

/* "12 changes from the copy “Sozialräume.wegbereiter”", see WB_STATE_MERGED. */
static char *
mark_to_words (const WbEdit *edit)
{
  const char *value = *edit->after != '\0' ? edit->after : edit->before;
  const char *tab = strchr (value, '\t');
  g_autofree char *name = shorten (tab != NULL ? tab + 1 : value);
  guint n = (guint) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, G_MAXINT);

  if (*edit->after == '\0')
    return g_strdup_printf (_("The copy “%s” counts as not merged again"), name);

  return g_strdup_printf (ngettext ("The copy “%s” was merged: %u step of its history", "The copy “%s” was merged: %u steps of its history", n),
                          name, n);
}

char *
wb_edit_to_words (const WbEdit *edit,
                  WbGuide      *guide,
                  WbAnswers    *answers)
{
  const WbField *field;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (edit != NULL, NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  field = guide != NULL ? wb_guide_get_field (guide, edit->field) : NULL;
  switch (edit->target)
    {
    case WB_EDIT_CELL:
      return cell_to_words (edit, field, answers);
    case WB_EDIT_ROW:
      return row_to_words (edit, field, answers);
    case WB_EDIT_SLIDE:
      if (wb_text_part_is_key (edit->row))
        return passage_to_words (edit, guide);
      return g_strdup (_("A slide of the presentation"));
    case WB_EDIT_FACT:
    default:
      if (g_str_has_prefix (edit->field, WB_STATE_MERGED))
        return mark_to_words (edit);
      before = fact_value_to_words (edit->field, edit->before);
      after = fact_value_to_words (edit->field, edit->after);
      return facts_to_line (edit->field, before, after);
    }
}

const char *
wb_revision_kind_to_words (WbRevisionKind kind)
{
  switch (kind)
    {
    case WB_REVISION_EDIT:
      return _("Changed");
    case WB_REVISION_UNDO:
      return _("Taken back");
    case WB_REVISION_REDO:
      return _("Made once more");
    case WB_REVISION_RESTORE:
      return _("Earlier state brought back");
    case WB_REVISION_MERGE:
      return _("Merged");
    default:
      g_return_val_if_reached ("");
    }
}
