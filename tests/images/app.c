/* The only program of the shell-less test images: writes numbered lines to both streams until it is told to stop.
 *
 *   /app [--lines N] [--interval MS] [--exit CODE] [--segfault] [--ignore-term] [--quiet] [--listen PORT]
 *
 * --lines N       stop writing after N lines (0: never), then wait, or end with --exit or --segfault
 * --interval MS   the pause between two lines (default 500; 0: as fast as possible)
 * --exit CODE     end with CODE after the lines, to make a crash loop
 * --segfault      die by SIGSEGV after the lines
 * --ignore-term   do not end on SIGTERM
 * --quiet         write nothing
 * --listen PORT   answer every TCP connection on PORT with one line
 */
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t stopping;

static void on_term(int signal) { stopping = signal; }

static int listen_on(int port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((unsigned short)port) };
    int one = 1, server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (server < 0 || bind(server, (struct sockaddr *)&address, sizeof address) || listen(server, 16)) {
        perror("listen");
        exit(1);
    }
    return server;
}

/* Waits for the time given (negative: for ever), or until SIGTERM, answering connections meanwhile. */
static void wait_for(int server, long milliseconds)
{
    struct timespec now, end;
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_sec += milliseconds / 1000;
    end.tv_nsec += milliseconds % 1000 * 1000000;
    while (!stopping) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        long left = (end.tv_sec - now.tv_sec) * 1000 + (end.tv_nsec - now.tv_nsec) / 1000000;
        if (milliseconds >= 0 && left <= 0)
            return;
        /* At most a second: a signal that comes between the check and the call must not be slept through. */
        struct pollfd one = { .fd = server, .events = POLLIN };
        if (poll(&one, 1, milliseconds < 0 || left > 1000 ? 1000 : (int)left) > 0) {
            int client = accept(server, NULL, NULL);
            if (client >= 0) {
                dprintf(client, "hello from %d\n", getpid());
                close(client);
            }
        }
    }
}

int main(int count, char **arguments)
{
    long lines = 0, interval = 500;
    int code = -1, segfault = 0, ignore = 0, quiet = 0, server = -1;
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        const char *value = i + 1 < count ? arguments[i + 1] : "0";
        if (!strcmp(name, "--segfault")) segfault = 1;
        else if (!strcmp(name, "--ignore-term")) ignore = 1;
        else if (!strcmp(name, "--quiet")) quiet = 1;
        else if (!strcmp(name, "--lines")) lines = atol(value), i++;
        else if (!strcmp(name, "--interval")) interval = atol(value), i++;
        else if (!strcmp(name, "--exit")) code = atoi(value), i++;
        else if (!strcmp(name, "--listen")) server = listen_on(atoi(value)), i++;
        else {
            fprintf(stderr, "app: unknown option %s\n", name);
            return 2;
        }
    }

    struct sigaction term = { .sa_handler = ignore ? SIG_IGN : on_term };
    sigaction(SIGTERM, &term, NULL);
    sigaction(SIGINT, &term, NULL);
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, NULL, _IOLBF, 0);

    for (long i = 1; !stopping && !quiet && (lines == 0 || i <= lines); i++) {
        if (i % 2)
            fprintf(stdout, "out %ld\n", i);
        else
            fprintf(stderr, "err %ld\n", i);
        if (interval > 0)
            wait_for(server, interval);
    }
    /* A real fault: process 1 of a container would outlive a signal that is only sent. */
    if (!stopping && segfault)
        *(volatile int *)0 = 0;
    if (!stopping && code < 0)
        wait_for(server, -1);
    if (stopping)
        fprintf(stdout, "stopping\n");
    return stopping || code < 0 ? 0 : code;
}
