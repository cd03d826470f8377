/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-review.h"

#include "wb-payload-reader.h"
#include "wb-repetition.h"

/* What the worker looks at; nobody else changes it. */
typedef struct
{
  gint64 now;

  /* Owned */
  WbLibrary *library;
  WbLearner *learner;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->library);
  g_clear_object (&search->learner);
  g_free (search);
}

void
wb_review_free (gpointer data)
{
  WbReview *review = data;

  g_free (review->lesson);
  g_free (review->lesson_title);
  g_clear_pointer (&review->question, wb_question_unref);
  g_free (review);
}

/* (transfer none) (nullable) */
static WbQuestion *
find_question (WbLesson   *lesson,
               const char *id)
{
  GPtrArray *questions = wb_lesson_get_questions (lesson);

  for (guint i = 0; i < questions->len; i++)
    {
      WbQuestion *question = g_ptr_array_index (questions, i);

      if (g_str_equal (question->id, id))
        return question;
    }

  return NULL;
}

static void
add_review (GPtrArray   *reviews,
            WbLibrary   *library,
            const WbDue *due)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, due->lesson, NULL);
  g_autoptr (WbLesson) lesson = NULL;
  WbQuestion *question;
  WbReview *review;

  /* A lesson or question may have gone from the library since. */
  if (item == NULL || wb_item_get_kind (item) != WB_KIND_LESSON)
    return;
  lesson = wb_lesson_from_json (wb_item_get_payload (item), NULL);
  question = lesson != NULL ? find_question (lesson, due->question) : NULL;
  if (question == NULL)
    return;

  review = g_new0 (WbReview, 1);
  review->lesson = g_strdup (due->lesson);
  review->lesson_title = g_strdup (wb_item_get_title (item));
  review->question = wb_question_ref (question);
  g_ptr_array_add (reviews, review);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) dues = wb_repetition_list_due (search->learner, wb_repetition_get_day (search->now, zone), zone);
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (wb_review_free);

  for (guint i = 0; i < dues->len && !g_cancellable_is_cancelled (cancellable); i++)
    add_review (reviews, search->library, g_ptr_array_index (dues, i));
  g_task_return_pointer (task, g_steal_pointer (&reviews), (GDestroyNotify) g_ptr_array_unref);
}

void
wb_review_list_async (WbServices          *services,
                      gint64               now,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (services, cancellable, callback, user_data);
  WbUserStore *store = wb_services_get_store (services);
  g_autofree char *name = wb_user_store_get_learner (store);
  g_autoptr (WbLearner) learner = NULL;
  GError *error = NULL;
  Search *search;

  g_return_if_fail (WB_IS_SERVICES (services));

  g_task_set_source_tag (task, wb_review_list_async);
  learner = wb_user_store_load_learner (store, name, &error);
  if (learner == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  search = g_new0 (Search, 1);
  search->now = now;
  search->library = g_object_ref (wb_services_get_library (services));
  search->learner = g_steal_pointer (&learner);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
}

GPtrArray *
wb_review_list_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
