/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attendance-source.h"

#include <glib/gi18n-lib.h>

#include "wb-error.h"
#include "wb-payload-reader.h"

static gboolean
add_lessons (WbAttendance  *attendance,
             WbLibrary     *library,
             WbCourse      *course,
             WbLearner     *learner,
             GError       **error)
{
  GPtrArray *lessons = wb_course_get_lessons (course);

  for (guint i = 0; i < lessons->len; i++)
    {
      const char *id = g_ptr_array_index (lessons, i);
      g_autoptr (WbItem) item = wb_library_get_item (library, id, error);
      g_autoptr (WbLesson) lesson = item != NULL ? wb_lesson_from_json (wb_item_get_payload (item), error) : NULL;

      if (lesson == NULL)
        return FALSE;
      wb_attendance_add (attendance, id, wb_item_get_title (item), lesson, learner);
    }

  return TRUE;
}

WbAttendance *
wb_attendance_source_read (WbLibrary   *library,
                           const char  *course_id,
                           WbLearner   *learner,
                           WbCourse   **course,
                           char       **title,
                           GError     **error)
{
  g_autoptr (WbAttendance) attendance = wb_attendance_new ();
  g_autoptr (WbItem) item = NULL;
  g_autoptr (WbCourse) path = NULL;

  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (course_id != NULL && course != NULL && title != NULL, NULL);
  g_return_val_if_fail (WB_IS_LEARNER (learner), NULL);

  item = wb_library_get_item (library, course_id, error);
  if (item != NULL && wb_item_get_kind (item) != WB_KIND_COURSE)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The entry “%s” is no learning path."), wb_item_get_title (item));
      return NULL;
    }
  path = item != NULL ? wb_course_from_json (wb_item_get_payload (item), error) : NULL;
  if (path == NULL || !add_lessons (attendance, library, path, learner, error))
    return NULL;

  *course = g_steal_pointer (&path);
  *title = g_strdup (wb_item_get_title (item));

  return g_steal_pointer (&attendance);
}
