/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-order.h"

#include "dites-semester.h"

/* Lists without a semester come after those with one, and what is no list at the end. */
#define NO_SEMESTER (G_MAXINT - 1)
#define NO_LIST     G_MAXINT

static int
get_rank (DitesImport *import)
{
  DitesPlan     *plan = dites_import_get_plan (import);
  DitesDocument *semester;
  DitesDay       start;

  if (plan == NULL)
    return NO_LIST;

  semester = dites_plan_get_semester (plan);
  start = semester != NULL ? dites_semester_get_start (semester) : DITES_DAY_NONE;

  return start != DITES_DAY_NONE ? start : NO_SEMESTER;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  int first = get_rank (*(DitesImport *const *) a);
  int second = get_rank (*(DitesImport *const *) b);

  return (first > second) - (first < second);
}

/**
 * dites_import_order:
 * @imports: (element-type DitesImport): lists, planned as far as they can be
 *
 * Puts the lists into the order in which they should be imported: that of the
 * semesters they are about, so that what is newer is written last. Lists of the
 * same semester keep their order.
 */
void
dites_import_order (GPtrArray *imports)
{
  g_ptr_array_sort (imports, compare);
}
