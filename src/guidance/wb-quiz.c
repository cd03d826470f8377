/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quiz.h"

gboolean
wb_question_is_right (const WbQuestion *question,
                      const gboolean   *chosen)
{
  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (chosen != NULL, FALSE);

  for (guint i = 0; i < question->options->len; i++)
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, i);

      if (!option->correct != !chosen[i])
        return FALSE;
    }

  return TRUE;
}
