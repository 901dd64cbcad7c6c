/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What follows from the documents of a large transaction, worked out by threads of its own
 * ahead of the one that writes.
 *
 *   items ──► pending: numbers of chunks ──► threads ──► done: chunks ──► the writing thread
 *
 * The threads only read: the documents, which never change, what the transaction makes of
 * them, which is settled by then, and the file as it was before the transaction, which is
 * what it is good for: all that the transaction changes is among the items. */

#define CHUNK     128
#define N_THREADS 4
#define N_CHUNKS  (2 * N_THREADS + 2)

/* So many items are worth the threads. */
#define MIN_ITEMS (4 * CHUNK)

typedef struct
{
  guint              number;
  guint              n;
  gboolean           done;
  DitesWriterDerived derived[CHUNK];
} Chunk;

struct _DitesWriterAhead
{
  /* What the threads read. */
  GArray     *items;
  GHashTable *by_id;
  char       *path;
  char       *now;
  char       *desk_name;

  GAsyncQueue *pending; /* of Chunk; the queue itself: it is enough */
  GAsyncQueue *done;    /* of Chunk */
  GThread     *threads[N_THREADS];
  guint        n_threads;

  /* Of the writing thread. */
  Chunk *chunks[N_CHUNKS]; /* a chunk is at its number modulo N_CHUNKS */
  guint  n_pushed;
  guint  current;
};

static void
clear_chunk (Chunk *chunk)
{
  for (guint i = 0; i < CHUNK; i++)
    dites_writer_derived_clear (&chunk->derived[i]);
}

static void
derive_chunk (DitesWriterAhead  *self,
              Chunk             *chunk,
              DitesWriterTitles *titles)
{
  /* What stands here is written. The writing thread has more to do than this one. */
  clear_chunk (chunk);

  for (guint i = 0; i < chunk->n; i++)
    {
      const DitesWriterItem *item = &g_array_index (self->items, DitesWriterItem, chunk->number * CHUNK + i);
      g_autoptr (GError) error = NULL;

      /* The writing thread tries again what fails here, and says so if it fails too. */
      if (!dites_writer_derive (&chunk->derived[i], item, titles, self->now, self->desk_name, &error))
        g_debug ("To do again: %s", error->message);
    }
}

static gpointer
work (gpointer data)
{
  DitesWriterAhead *self = data;
  DitesWriterTitles titles;

  dites_writer_titles_init (&titles, self->items, self->by_id);
  titles.path = self->path;
  for (;;)
    {
      gpointer next = g_async_queue_pop (self->pending);

      if (next == self->pending)
        break;
      derive_chunk (self, next, &titles);
      g_async_queue_push (self->done, next);
    }
  dites_writer_titles_clear (&titles);

  return NULL;
}

static void
push_chunk (DitesWriterAhead *self)
{
  guint  first = self->n_pushed * CHUNK;
  Chunk *chunk;

  if (first >= self->items->len)
    return;

  chunk = self->chunks[self->n_pushed % N_CHUNKS];
  chunk->number = self->n_pushed++;
  chunk->n = MIN (CHUNK, self->items->len - first);
  chunk->done = FALSE;
  g_async_queue_push (self->pending, chunk);
}

/**
 * dites_writer_ahead_new:
 * @self: a writer whose items are settled: they stay as they are until this is freed
 *
 * Starts the threads.
 *
 * Returns: (transfer full) (nullable): what they do; %NULL if it is too little for them
 */
DitesWriterAhead *
dites_writer_ahead_new (DitesWriter *self)
{
  DitesWriterAhead *ahead;

  if (self->items->len < MIN_ITEMS)
    return NULL;

  /* What made so many documents has left holes that no other thread would fill. */
#ifdef __GLIBC__
  malloc_trim (0);
#endif

  ahead = g_new0 (DitesWriterAhead, 1);
  ahead->items = self->items;
  ahead->by_id = self->by_id;
  ahead->path = g_strdup (sqlite3_db_filename (dites_database_get_handle (self->database), "main"));
  ahead->now = self->now;
  ahead->desk_name = self->desk_name;
  ahead->pending = g_async_queue_new ();
  ahead->done = g_async_queue_new ();
  for (guint i = 0; i < N_CHUNKS; i++)
    {
      ahead->chunks[i] = g_new0 (Chunk, 1);
      push_chunk (ahead);
    }
  /* One processor is the writing thread's. */
  ahead->n_threads = CLAMP (g_get_num_processors () - 1, 1, N_THREADS);
  for (guint i = 0; i < ahead->n_threads; i++)
    ahead->threads[i] = g_thread_new ("dites-ahead", work, ahead);

  return ahead;
}

/**
 * dites_writer_ahead_free:
 * @ahead: what other threads do
 *
 * Ends the threads.
 */
void
dites_writer_ahead_free (DitesWriterAhead *ahead)
{
  while (g_async_queue_try_pop (ahead->pending) != NULL)
    ;
  for (guint i = 0; i < ahead->n_threads; i++)
    g_async_queue_push (ahead->pending, ahead->pending);
  for (guint i = 0; i < ahead->n_threads; i++)
    g_thread_join (ahead->threads[i]);

  for (guint i = 0; i < N_CHUNKS; i++)
    {
      clear_chunk (ahead->chunks[i]);
      g_free (ahead->chunks[i]);
    }
  g_async_queue_unref (ahead->pending);
  g_async_queue_unref (ahead->done);
  g_free (ahead->path);
  g_free (ahead);
}

/**
 * dites_writer_ahead_get:
 * @ahead: what other threads do
 * @place: the place of an item: they are asked for one after the other
 *
 * Waits for what follows from an item.
 *
 * Returns: (transfer none): it, until the next one is asked for
 */
DitesWriterDerived *
dites_writer_ahead_get (DitesWriterAhead *ahead,
                        guint             place)
{
  Chunk *chunk = ahead->chunks[place / CHUNK % N_CHUNKS];

  if (place / CHUNK != ahead->current)
    {
      push_chunk (ahead);
      ahead->current = place / CHUNK;
    }
  while (!chunk->done)
    {
      Chunk *done = g_async_queue_pop (ahead->done);

      done->done = TRUE;
    }

  return &chunk->derived[place % CHUNK];
}
