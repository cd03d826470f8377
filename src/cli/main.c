/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-cli.h"

int
main (int    argc,
      char **argv)
{
  return wb_cli_main (argc, argv);
}
