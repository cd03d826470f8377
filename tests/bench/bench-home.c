/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-store.h"

/* bench-home FILE: makes the user.db of somebody who has chosen a town, so that the start shows the start page. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (WbMunicipality) town = NULL;

  if (argc != 2)
    g_error ("Usage: bench-home FILE");
  store = wb_user_store_open (argv[1], &error);
  g_assert_no_error (error);
  town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim", NULL, "Mecklenburg-Vorpommern",
                              "19230", 12000);
  wb_user_store_set_town (store, town, &error);
  g_assert_no_error (error);
  wb_user_store_set_welcomed (store, TRUE, &error);
  g_assert_no_error (error);

  return 0;
}
