/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-blocks.h"

#include <glib/gi18n-lib.h>

#include "wb-payload-blocks-private.h"
#include "wb-payload-reader.h"

WbBlock *
wb_payload_append_item (WbBlock    *list,
                        const char *text)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));

  return wb_block_append_paragraph (item, text);
}

WbBlock *
wb_payload_append_list (WbBlock  *parent,
                        gboolean  ordered)
{
  WbBlock *list = wb_block_append (parent, wb_block_new (WB_BLOCK_LIST));

  list->ordered = ordered;
  list->start = 1;

  return list;
}

void
wb_payload_append_labelled (WbBlock    *parent,
                            const char *label,
                            const char *text)
{
  WbBlock *paragraph;

  if (text == NULL || *text == '\0')
    return;

  paragraph = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));
  wb_block_append_text (paragraph, label, WB_INLINE_STRONG, NULL);
  wb_block_append_text (paragraph, " ", 0, NULL);
  wb_block_append_text (paragraph, text, 0, NULL);
}

static void
append_checklist (WbBlock     *body,
                  WbChecklist *checklist)
{
  GPtrArray *groups = wb_checklist_get_groups (checklist);

  for (guint i = 0; i < groups->len; i++)
    {
      const WbChecklistGroup *group = g_ptr_array_index (groups, i);
      WbBlock *list;

      wb_block_append_heading (body, 2, group->title);
      list = wb_block_append (body, wb_block_new (WB_BLOCK_CHECKLIST));
      for (guint j = 0; j < group->items->len; j++)
        {
          const WbOption *item = g_ptr_array_index (group->items, j);
          WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

          wb_block_append_text (check, item->label, 0, NULL);
          check->note = g_strdup (item->note);
        }
    }
}

static void
append_guide (WbBlock *body,
              WbGuide *guide)
{
  GPtrArray *phases = wb_guide_get_phases (guide);
  guint number = 1;

  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);
      WbBlock *list;

      wb_block_append_heading (body, 2, phase->title);
      if (phase->goal != NULL)
        wb_block_append_paragraph (body, phase->goal);
      list = wb_payload_append_list (body, TRUE);
      list->start = (int) number;
      number += phase->steps->len;
      for (guint j = 0; j < phase->steps->len; j++)
        {
          const WbStep *step = g_ptr_array_index (phase->steps, j);
          g_autofree char *text =
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u minute)", "%s (%u minutes)", step->minutes),
                             step->title, step->minutes);

          wb_payload_append_item (list, text);
        }
    }
}

static void
append_course (WbBlock   *body,
               WbCourse  *course,
               WbLibrary *library)
{
  GPtrArray *lessons = wb_course_get_lessons (course);
  WbBlock *list;

  wb_block_append_heading (body, 2, _("Lessons"));
  wb_payload_append_labelled (body, _("Goal:"), wb_course_get_goal (course));
  list = wb_payload_append_list (body, TRUE);
  for (guint i = 0; i < lessons->len; i++)
    {
      const char *id = g_ptr_array_index (lessons, i);
      g_autofree char *target = g_strconcat ("wb:", id, NULL);
      g_autofree char *title = NULL;
      WbKind kind;
      WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

      if (library == NULL || !wb_library_lookup (library, id, &title, &kind))
        title = g_strdup (id);
      wb_block_append_text (paragraph, title, 0, target);
    }
}

/* The kinds whose readers need nothing but the payload. FALSE for others. */
static gboolean
append_simple_kind (WbBlock    *body,
                    WbKind      kind,
                    const char *payload)
{
  g_autoptr (WbChecklist) checklist = NULL;
  g_autoptr (WbLesson) lesson = NULL;
  g_autoptr (WbWorkshopFormat) format = NULL;
  g_autoptr (WbDataModel) model = NULL;
  g_autoptr (WbInterface) interface = NULL;
  g_autoptr (WbSolution) solution = NULL;

  if (kind == WB_KIND_CHECKLIST && (checklist = wb_checklist_from_json (payload, NULL)) != NULL)
    append_checklist (body, checklist);
  else if (kind == WB_KIND_LESSON && (lesson = wb_lesson_from_json (payload, NULL)) != NULL)
    wb_payload_append_lesson (body, lesson);
  else if (kind == WB_KIND_WORKSHOP_FORMAT && (format = wb_workshop_format_from_json (payload, NULL)) != NULL)
    wb_payload_append_workshop_format (body, format);
  else if (kind == WB_KIND_DATA_MODEL && (model = wb_data_model_from_json (payload, NULL)) != NULL)
    wb_payload_append_data_model (body, model);
  else if (kind == WB_KIND_INTERFACE && (interface = wb_interface_from_json (payload, NULL)) != NULL)
    wb_payload_append_interface (body, interface);
  else if (kind == WB_KIND_SOLUTION && (solution = wb_solution_from_json (payload, NULL)) != NULL)
    wb_payload_append_solution (body, solution);
  else
    return FALSE;

  return TRUE;
}

void
wb_payload_blocks_append (WbBlock   *body,
                          WbItem    *item,
                          WbLibrary *library)
{
  const char *payload, *id, *title;
  WbKind kind;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (WbCourse) course = NULL;
  g_autoptr (WbBarrier) barrier = NULL;
  g_autoptr (WbCircle) circle = NULL;

  g_return_if_fail (body != NULL);
  g_return_if_fail (WB_IS_ITEM (item));

  payload = wb_item_get_payload (item);
  kind = wb_item_get_kind (item);
  id = wb_item_get_id (item);
  title = wb_item_get_title (item);
  if (append_simple_kind (body, kind, payload))
    ;
  else if (kind == WB_KIND_GUIDE && (guide = wb_guide_from_json (id, title, payload, NULL)) != NULL)
    append_guide (body, guide);
  else if (kind == WB_KIND_COURSE && (course = wb_course_from_json (payload, NULL)) != NULL)
    append_course (body, course, library);
  else if (kind == WB_KIND_BARRIER && (barrier = wb_barrier_from_json (payload, NULL)) != NULL)
    wb_payload_append_barrier (body, library, id, barrier);
  else if (kind == WB_KIND_CIRCLE && (circle = wb_circle_from_json (payload, NULL)) != NULL)
    wb_payload_append_circle (body, library, title, circle);

  wb_block_assign_anchors (body);
}
