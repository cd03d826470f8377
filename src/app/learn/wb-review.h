/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-question.h"
#include "wb-services.h"

G_BEGIN_DECLS

/* A question to repeat, with the lesson it comes from. */
typedef struct
{
  /* Owned */
  char *lesson;
  char *lesson_title;
  WbQuestion *question;
} WbReview;

void       wb_review_free        (gpointer              review);

/* What the one who learns now is to repeat on the day @now falls on (local time): the questions of all courses that are due by
 * wb_repetition_list_due() and still in the library, longest overdue first. Looked up in a worker. */
void       wb_review_list_async  (WbServices           *services,
                                  gint64                now,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
/* Array of WbReview. (transfer full) */
GPtrArray *wb_review_list_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
