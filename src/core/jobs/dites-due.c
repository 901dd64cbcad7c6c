/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-due.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-kind.h"
#include "dites-tenancy.h"

/* What is due on a day. A stay says when somebody arrives and leaves; where there is none yet,
 * the placement does. */

/* So long what an owner said of an offer is believed: a semester. */
#define OFFER_MONTHS 6

/* So many are named; who wants to see all of them opens the window. */
#define MAX_NAMED 3

/**
 * dites_due_free:
 * @due: (nullable): something that is due
 *
 * Frees it.
 */
void
dites_due_free (DitesDue *due)
{
  if (due == NULL)
    return;

  g_free (due->id);
  g_free (due->name);
  g_free (due->about);
  g_free (due);
}

static gboolean
is_kind (DitesDocument *document,
         const char    *kind)
{
  return strcmp (dites_document_get_kind (document), kind) == 0;
}

static gboolean
has_state (DitesDocument     *document,
           const char *const *states)
{
  g_autofree char *state = dites_document_dup_string (document, "state");

  return state != NULL && g_strv_contains (states, state);
}

/* A placement without a state was read from a list, and lists are about what will be. */
static gboolean
takes_place (DitesDocument *placement)
{
  static const char *const off[] = { "interrupted", "ended", "cancelled", NULL };

  return !has_state (placement, off);
}

/* Owners are called on working days. */
static gboolean
is_offer_due (DitesDocument *housing,
              DitesDay       day)
{
  static const char *const open[] = { "published", NULL };
  DitesDay                 said = dites_document_get_day (housing, "confirmed_on");
  DitesDay                 until;
  int                      weekday;

  if (said == DITES_DAY_NONE || !has_state (housing, open))
    return FALSE;

  until = dites_day_add_months (said, OFFER_MONTHS);
  if (until == DITES_DAY_NONE)
    return FALSE;
  weekday = dites_day_weekday (until);

  return until + (weekday > 5 ? 8 - weekday : 0) == day;
}

/**
 * dites_due_is:
 * @document: a document
 * @reason: a reason
 * @day: a day
 *
 * Whether a document is due on a day for what it says itself. An intern arrives on the first
 * day of a stay that was agreed upon and leaves on its last; a placement says the same, for
 * those who have no stay. An offer is due six months after its owner confirmed it, or on the
 * Monday after. Pure.
 *
 * Returns: whether it is
 */
gboolean
dites_due_is (DitesDocument *document,
              DitesDueReason reason,
              DitesDay       day)
{
  static const char *const awaited[] = { "reserved", "confirmed", NULL };

  switch (reason)
    {
    case DITES_DUE_ARRIVAL:
      if (is_kind (document, "tenancy"))
        return dites_document_get_day (document, "start") == day && has_state (document, awaited);
      return is_kind (document, "placement") && dites_document_get_day (document, "arrival") == day && takes_place (document);

    case DITES_DUE_DEPARTURE:
      if (is_kind (document, "tenancy"))
        return dites_document_get_day (document, "end") == day && dites_tenancy_takes_place (document);
      return is_kind (document, "placement") && dites_document_get_day (document, "departure") == day && takes_place (document);

    case DITES_DUE_OFFER:
      return is_kind (document, "housing") && is_offer_due (document, day);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * dites_due_count_text:
 * @reason: a reason
 * @n: how many
 *
 * Returns: (transfer full): how many there are, for a person: “2 arrivals”
 */
char *
dites_due_count_text (DitesDueReason reason,
                      guint          n)
{
  switch (reason)
    {
    case DITES_DUE_ARRIVAL:
      return g_strdup_printf (ngettext ("%'u arrival", "%'u arrivals", n), n);

    case DITES_DUE_DEPARTURE:
      return g_strdup_printf (ngettext ("%'u departure", "%'u departures", n), n);

    case DITES_DUE_OFFER:
      return g_strdup_printf (ngettext ("%'u offer to reconfirm", "%'u offers to reconfirm", n), n);

    default:
      g_return_val_if_reached (NULL);
    }
}

static void
append_line (GString       *text,
             GPtrArray     *due,
             DitesDueReason reason)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint            n = 0;

  for (guint i = 0; i < due->len; i++)
    {
      const DitesDue *one = due->pdata[i];

      if (one->reason != reason)
        continue;
      if (n < MAX_NAMED)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", one->name);
      else if (n == MAX_NAMED)
        g_string_append (names, "…");
      n++;
    }
  if (n == 0)
    return;

  count = dites_due_count_text (reason, n);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: what is due and who it is about: “2 arrivals: FICTIF Camille, BIDON Alix”. */
  g_string_append_printf (text, C_("due", "%s: %s"), count, names->str);
}

/**
 * dites_due_text:
 * @due: (element-type DitesDue): what is due
 *
 * Returns: (transfer full): the same in a few lines for a person, a line for each reason
 */
char *
dites_due_text (GPtrArray *due)
{
  GString *text = g_string_new (NULL);

  for (DitesDueReason reason = 0; reason < DITES_N_DUE_REASONS; reason++)
    append_line (text, due, reason);

  return g_string_free_and_steal (text);
}

typedef struct
{
  DitesReader *reader;
  DitesDay     day;
  char        *iso;
  GPtrArray   *due;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  dites_reader_free (search->reader);
  g_ptr_array_unref (search->due);
  g_free (search->iso);
  g_free (search);
}

/* Whether a stay says more about the arrival or the departure of an intern: one that belongs
 * to the placement, or that the intern has on that day. */
static gboolean
has_stay (Search        *search,
          DitesDocument *placement,
          const char    *intern)
{
  g_autoptr (GPtrArray) tenancies = dites_reader_refer_to (search->reader, "tenancy", "intern", intern, NULL);

  for (guint i = 0; tenancies != NULL && i < tenancies->len; i++)
    {
      DitesDocument   *tenancy = tenancies->pdata[i];
      g_autofree char *of = dites_document_dup_string (tenancy, "placement");

      if (dites_tenancy_covers (tenancy, search->day) ||
          (dites_tenancy_takes_place (tenancy) && g_strcmp0 (of, dites_document_get_id (placement)) == 0))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_title (Search     *search,
           const char *id)
{
  char *title = id != NULL ? dites_reader_title_of (id, search->reader) : NULL;

  return title != NULL ? title : g_strdup ("");
}

static void
add (Search        *search,
     DitesDocument *document,
     DitesDueReason reason)
{
  const char      *id = dites_document_get_id (document);
  g_autofree char *intern = dites_document_dup_string (document, "intern");
  DitesDue        *due;

  if (is_kind (document, "placement") && intern != NULL && has_stay (search, document, intern))
    return;

  due = g_new0 (DitesDue, 1);
  due->reason = reason;
  due->id = g_strdup (id);
  if (is_kind (document, "housing"))
    {
      due->name = dup_title (search, id);
      due->about = dites_kind_subtitle (dites_kind_get ("housing"), document, dites_reader_title_of, search->reader);
    }
  else
    {
      g_autofree char *where = dites_document_dup_string (document, is_kind (document, "tenancy") ? "housing" : "semester");

      due->name = dup_title (search, intern != NULL ? intern : id);
      due->about = dup_title (search, where);
    }
  g_ptr_array_add (search->due, due);
}

/* Most documents are about other days; to see that costs less than to read their members. */
static gboolean
may_be_due (Search        *search,
            DitesDocument *document)
{
  return is_kind (document, "housing") || strstr (dites_document_get_text (document, NULL), search->iso) != NULL;
}

static gboolean
look_at (DitesDocument *document,
         gpointer       user_data)
{
  Search *search = user_data;

  if (!may_be_due (search, document))
    return TRUE;

  for (DitesDueReason reason = 0; reason < DITES_N_DUE_REASONS; reason++)
    if (dites_due_is (document, reason, search->day))
      add (search, document, reason);

  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DitesDue *one = *(DitesDue *const *) a;
  const DitesDue *other = *(DitesDue *const *) b;

  return one->reason != other->reason ? (int) one->reason - (int) other->reason : g_utf8_collate (one->name, other->name);
}

/* A thread of its own: it may look at many documents. */
static void
run (GTask        *task,
     gpointer      source,
     gpointer      task_data,
     GCancellable *cancellable)
{
  static const char *const kinds[] = { "tenancy", "placement", "housing" };
  Search                  *search = task_data;
  GError                  *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!dites_reader_foreach (search->reader, kinds[i], NULL, look_at, search, &error))
      {
        g_task_return_error (task, error);
        return;
      }
  if (!dites_reader_is_complete (search->reader, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_sort (search->due, compare);
  g_task_return_pointer (task, g_ptr_array_ref (search->due), (GDestroyNotify) g_ptr_array_unref);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError    *error = NULL;
  GPtrArray *due = g_task_propagate_pointer (G_TASK (result), &error);

  if (due != NULL)
    g_task_return_pointer (answer, due, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (answer, error);
}

/**
 * dites_due_find_async:
 * @store: a store
 * @day: a day
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds all that is due on a day; see dites_due_is().
 */
void
dites_due_find_async (DitesStore         *store,
                      DitesDay            day,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) answer = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (DitesReader) reader = NULL;
  GError *error = NULL;
  Search *search;

  g_return_if_fail (DITES_IS_STORE (store));

  answer = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_due_find_async);
  reader = dites_store_new_reader (store, &error);
  if (reader == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }

  search = g_new0 (Search, 1);
  search->reader = g_steal_pointer (&reader);
  search->day = day;
  search->iso = dites_day_to_iso (day);
  search->due = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_due_free);
  task = g_task_new (NULL, cancellable, found_cb, g_object_ref (answer));
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, run);
}

/**
 * dites_due_find_finish:
 * @store: the store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type DitesDue) (nullable): what is due, sorted by reason
 *   and name, perhaps nothing
 */
GPtrArray *
dites_due_find_finish (DitesStore   *store,
                       GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dites_due_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
