/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-names.h"

#include <string.h>

#include "dites-fold.h"

/* The names of a person, folded; an empty text where there is none. */
typedef struct
{
  char *family;
  char *usual;
  char *first;
  char *preferred;
} Names;

static void
names_clear (Names *names)
{
  g_free (names->family);
  g_free (names->usual);
  g_free (names->first);
  g_free (names->preferred);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static char *
dup_folded (DitesDocument *document,
            const char    *member)
{
  g_autofree char *text = dites_document_dup_string (document, member);

  return dites_fold_name (text);
}

static void
get_names (DitesDocument *document,
           Names         *names)
{
  names->family = dup_folded (document, "family_name");
  names->usual = dup_folded (document, "usual_name");
  names->first = dup_folded (document, "first_name");
  names->preferred = dup_folded (document, "preferred_name");
}

/**
 * dites_plan_names_are_like:
 * @a: a folded name
 * @b: a folded name
 *
 * Returns: whether one may be the other: “anne” and “anne laure”, “camile” and
 *   “camille”, but not “anne” and “zoe”
 */
gboolean
dites_plan_names_are_like (const char *a,
                           const char *b)
{
  gsize begin = 0, end_a = strlen (a), end_b = strlen (b);
  gsize length = MIN (end_a, end_b);

  if (length == 0)
    return FALSE;

  while (begin < length && a[begin] == b[begin])
    begin++;
  if (begin == length && (end_a == end_b || a[begin] == ' ' || b[begin] == ' '))
    return TRUE;
  while (end_a > begin && end_b > begin && a[end_a - 1] == b[end_b - 1])
    {
      end_a--;
      end_b--;
    }

  return length >= 4 && end_a - begin <= 2 && end_b - begin <= 2;
}

/* Whether one of the one’s names is like one of the other’s; also when one of them says none. */
static gboolean
share_name (const char *a,
            const char *other_a,
            const char *b,
            const char *other_b)
{
  if ((*a == '\0' && *other_a == '\0') || (*b == '\0' && *other_b == '\0'))
    return TRUE;

  return dites_plan_names_are_like (a, b) || dites_plan_names_are_like (a, other_b) ||
         dites_plan_names_are_like (other_a, b) || dites_plan_names_are_like (other_a, other_b);
}

/* Whether somebody has one more family name: “bidon fictif”, who was “bidon”. */
static gboolean
adds_to (const char *known,
         const char *listed)
{
  gsize length = strlen (known);

  return strncmp (known, listed, length) == 0 && listed[length] == ' ';
}

/**
 * dites_plan_have_other_names:
 * @row: what a row says
 * @other: what shares a sure key with it
 * @of_list: whether @other is a row of the same list too
 *
 * An address that several people use proves nothing. A known person may have
 * got another family name; two rows of one list call the same person the same.
 *
 * Returns: whether the two are called otherwise
 */
gboolean
dites_plan_have_other_names (DitesDocument *row,
                             DitesDocument *other,
                             gboolean       of_list)
{
  g_auto (Names) a = { NULL };
  g_auto (Names) b = { NULL };

  get_names (row, &a);
  get_names (other, &b);

  /* The names may stand in each other’s place. */
  if (dites_plan_names_are_like (a.first, b.family) && dites_plan_names_are_like (a.family, b.first))
    return FALSE;
  if (!share_name (a.first, a.preferred, b.first, b.preferred))
    return TRUE;
  if (share_name (a.family, a.usual, b.family, b.usual))
    return FALSE;

  return of_list || *a.first == '\0' || *b.first == '\0' || *a.usual != '\0' || *b.usual != '\0';
}

/**
 * dites_plan_knows_name:
 * @base: what is known of a person
 * @row: what a row says of the same person
 *
 * Returns: whether one of the family names that are known is like one of the row
 */
gboolean
dites_plan_knows_name (DitesDocument *base,
                       DitesDocument *row)
{
  g_auto (Names) known = { NULL };
  g_auto (Names) listed = { NULL };

  get_names (base, &known);
  get_names (row, &listed);

  return (*known.family != '\0' || *known.usual != '\0') &&
         share_name (known.family, known.usual, listed.family, listed.usual);
}

/**
 * dites_plan_is_usual_name:
 * @base: what is known of a person
 * @draft: what a list says of the same person
 *
 * Returns: whether the family name of the list is the one that the person has
 *   got since, and the known one that of birth
 */
gboolean
dites_plan_is_usual_name (DitesDocument *base,
                          DitesDocument *draft)
{
  g_auto (Names) known = { NULL };
  g_auto (Names) listed = { NULL };

  get_names (base, &known);
  get_names (draft, &listed);

  return *known.family != '\0' && *listed.family != '\0' && *known.usual == '\0' && *listed.usual == '\0' &&
         (!dites_plan_names_are_like (known.family, listed.family) || adds_to (known.family, listed.family)) &&
         *known.first != '\0' && *listed.first != '\0' &&
         share_name (known.first, known.preferred, listed.first, listed.preferred);
}
